import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withSettings } from '../../scripts/settings.ts';
import { program } from '../../src/cli/program.ts';
import { LisanError } from '../../src/common/errors.ts';
import { readConfig, SETTINGS } from '../../src/config/settings.ts';

test('without any variable everything has its default', () => {
  expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, engine: 'sqlite', log: 'info' });
});

test.each([
  ['LISAN_PORT', '70000'],
  ['LISAN_PORT', '3e3'],
  ['LISAN_ENGINE', 'elastic'],
  ['LISAN_LOG', 'loud'],
  ['LISAN_MEILISEARCH_URL', 'ftp://example.org'],
  ['LISAN_DATA', 'package.json'],
  ['LISAN_ENTITIES', '/nowhere/entities.jsonl'],
  ['LISAN_HOST', 'a b'],
])('%s=%s is refused with the variable, the value and the allowed values', (variable, value) => {
  const setting = Object.values(SETTINGS).find((candidate) => candidate.variable === variable)!;
  try {
    readConfig({ [variable]: value });
    expect.unreachable();
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(LisanError);
    for (const part of [variable, JSON.stringify(value), setting.allowed])
      expect((thrown as Error).message).toContain(part);
  }
});

test("the README's settings table is up to date", () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(withSettings(readme)).toBe(readme);
});

test('the README names every command', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  for (const command of program().commands) expect(readme, command.name()).toContain(command.name());
});
