/** What is kept of an archive is read again after a change, whoever made it, and only then. */
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Archive } from '../../src/archive/archive.ts';
import { throwAwayFolder } from '../support/service.ts';

let folder: ReturnType<typeof throwAwayFolder>;
let archive: Archive;
let other: Archive;
let reads: number;
let colour: () => string | undefined;

beforeEach(() => {
  folder = throwAwayFolder();
  archive = new Archive(`${folder.path}/archive.db`);
  other = new Archive(archive.file);
  reads = 0;
  colour = archive.keep(() => {
    reads++;
    return archive.setting('colour');
  });
});
afterEach(() => {
  archive.close();
  other.close();
  folder.remove();
});

test('it is read once while nothing changes', async () => {
  expect([colour(), colour()]).toEqual([undefined, undefined]);
  await setImmediate();
  archive.look();
  expect(colour()).toBeUndefined();
  expect(reads).toBe(1);
});

test('a change by the same connection is seen at once', () => {
  colour();
  archive.setSetting('colour', 'red');
  expect(colour()).toBe('red');
});

test('a change by another connection is seen when it is looked for', () => {
  colour();
  other.setSetting('colour', 'red');
  archive.look();
  expect(colour()).toBe('red');
});

test('a change by another connection is seen when the event loop has come round', async () => {
  colour();
  other.setSetting('colour', 'red');
  await setImmediate();
  expect(colour()).toBe('red');
});

test('what is made of a text is made again only when the text is another', () => {
  const made = archive.keepMade(
    () => archive.setting('colour') ?? '',
    (text) => ({ text }),
  );
  const first = made();
  archive.setSetting('shape', 'round');
  expect(made()).toBe(first);
  archive.setSetting('colour', 'red');
  expect(made()).toEqual({ text: 'red' });
});
