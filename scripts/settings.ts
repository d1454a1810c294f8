/** Writes the README's table of settings from `SETTINGS`: `node scripts/settings.ts`. A test fails if it is out of date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { SETTINGS, type Setting } from '../src/config/settings.ts';

const README = new URL('../README.md', import.meta.url);

/** The README with the current table. */
export function withSettings(readme: string): string {
  const rows = Object.values(SETTINGS).map((setting: Setting<unknown>) => {
    const { variable, fallback, help, values } = setting;
    const value = fallback === '' ? 'none' : `\`${fallback}\``;
    return `| \`${variable}\` | ${value} | ${help}${values === undefined ? '' : ` ${values}`} |`;
  });
  const table = ['| variable | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
  return readme.replace(
    /<!-- settings -->[\s\S]*<!-- \/settings -->/,
    `<!-- settings -->\n${table}\n<!-- /settings -->`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(README, withSettings(readFileSync(README, 'utf8')));
}
