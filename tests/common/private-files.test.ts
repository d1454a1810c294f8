/** Folders in which another user could plant files are not used. */
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isPrivateFolder, makePrivateFolder } from '../../src/common/private-files.ts';
import { throwAwayFolder } from '../support/service.ts';

const folder = throwAwayFolder();
afterAll(() => folder.remove());
const at = (name: string): string => join(folder.path, name);

test('a folder is private if it is no link, belongs to this user and nobody else can write to it', () => {
  makePrivateFolder(at('own'));
  mkdirSync(at('shared'));
  chmodSync(at('shared'), 0o777);
  mkdirSync(at('group'));
  chmodSync(at('group'), 0o770);
  mkdirSync(at('readable'), { mode: 0o755 });
  symlinkSync(at('own'), at('link'));
  writeFileSync(at('file'), '');
  const found = ['own', 'readable', 'shared', 'group', 'link', 'file', 'missing'].map(
    (name) => [name, isPrivateFolder(at(name))] as const,
  );
  expect(Object.fromEntries(found)).toEqual({
    own: true,
    readable: true,
    shared: false,
    group: false,
    link: false,
    file: false,
    missing: false,
  });
});
