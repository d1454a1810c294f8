/** Writes the README's table of settings from `SETTINGS`: `node scripts/settings.ts`. A test fails if it is outdated. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { SETTINGS } from '../src/config/settings.ts';

const README = new URL('../README.md', import.meta.url);

/** The README with the current table. */
export function withSettings(readme: string): string {
  const rows = Object.values(SETTINGS).map(({ variable, fallback, help, allowed }) => {
    const value = fallback === '' ? 'none' : `\`${fallback}\``;
    return `| \`${variable}\` | ${value} | ${help} | ${allowed} |`;
  });
  const table = [
    '| variable | default | description | allowed values |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  return readme.replace(
    /<!-- settings -->[\s\S]*<!-- \/settings -->/,
    `<!-- settings -->\n${table}\n<!-- /settings -->`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(README, withSettings(readFileSync(README, 'utf8')));
}
