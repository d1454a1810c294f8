/** Translations as the settings say: on for every search, with terms of the operator's own. */
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestService, testService } from '../support/service.ts';

const terms = join(tmpdir(), `lisan-terms-${process.pid}.tsv`);
let service: TestService;
beforeAll(async () => {
  writeFileSync(terms, 'en\ttr\nzorbat deal|deal of zorbat\tkurbat uzlaşması\n');
  service = testService({ LISAN_ACROSS: 'on', LISAN_TERMS: terms });
  await service.fill([
    { id: 'tr', title: '', body: 'Kurbat uzlaşmasının metni açıklandı.', keywords: [] },
    {
      id: 'tr-apart',
      title: '',
      body: 'Kurbat köyünde bir yıl süren davada uzlaşma sağlandı.',
      keywords: [],
    },
    { id: 'en', title: '', body: 'The text of the zorbat deal was published.', keywords: [] },
  ]);
});
afterAll(async () => {
  await service.remove();
  rmSync(terms, { force: true });
});

const found = async (q: string, more = {}) =>
  (await service.ask(q, { relax: [], ...more })).hits.map(({ id }) => id).sort();

test('a search that does not say it finds translations, by the own terms too', async () => {
  expect(await found('zorbat deal')).toEqual(['en', 'tr']);
  expect(await found('kurbat uzlaşması')).toEqual(['en', 'tr', 'tr-apart']);
});

test('a search may say that it wants none', async () => {
  expect(await found('zorbat deal', { across: false })).toEqual(['en']);
});

test('a file of terms that is wrong is told when the service starts, with the line', () => {
  const wrong = `${terms}.wrong`;
  writeFileSync(wrong, 'en\ttr\nonly one cell\n');
  expect(() => testService({ LISAN_TERMS: wrong })).toThrow(/Line 2 of the terms .*wrong/);
  rmSync(wrong);
});
