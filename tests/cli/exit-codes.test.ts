import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EXIT_CODES, exitCodeOf } from '../../src/cli/exit-codes.ts';

test('the README lists all exit codes', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  for (const [code, meaning] of Object.entries(EXIT_CODES))
    if (Number(code) < 130) expect(readme).toContain(`| ${code} | ${meaning} |`);
});

test.each([
  ['engine_unreachable', 3],
  ['engine_full', 3],
  ['already_running', 4],
  ['verification_failed', 5],
  ['archive_broken', 1],
] as const)('%s ends with %d', (code, exit) => {
  expect(exitCodeOf(code)).toBe(exit);
});
