/** The documents: links lead somewhere, paths in the text exist, and the map of the source is complete. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DOCUMENTS = globSync(['*.md', 'docs/**/*.md', 'src/**/README.md'], { cwd: ROOT }).sort();

const textOf = (document: string): string => readFileSync(join(ROOT, document), 'utf8');
/** Code blocks hold commands and examples, not links. */
const withoutBlocks = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '');

/** Anchors of the headings, as GitHub makes them. */
const anchorsOf = (text: string): string[] =>
  [...withoutBlocks(text).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe.each(DOCUMENTS)('%s', (document) => {
  const text = textOf(document);

  test('links to files and headings that exist', () => {
    for (const [, link] of withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(link!)) continue;
      const [path = '', anchor] = link!.split('#');
      const target = path === '' ? document : join(dirname(document), path);
      expect(existsSync(join(ROOT, target)), link).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(textOf(target)), link).toContain(anchor);
    }
  });

  test('names paths that exist', () => {
    const paths = withoutBlocks(text).matchAll(/`((?:src|tests|scripts|data|docs|examples|bin)\/[\w./-]+)`/g);
    // A name in capitals stands for a file of the reader's.
    for (const [, path] of paths)
      if (!/[A-Z]{2}/.test(path!)) expect(existsSync(join(ROOT, path!)), path).toBe(true);
  });
});

test('ARCHITECTURE.md describes every folder of src, in the order of imports', () => {
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const described = [...textOf('ARCHITECTURE.md').matchAll(/^## \[src\/(\w+)\]/gm)].map(([, name]) => name!);
  expect(described.toSorted()).toEqual(folders.map(({ name }) => name).sort());
  const order = /const ORDER = \[([^\]]*)\]/.exec(textOf('tests/imports.test.ts'))![1]!;
  const imported = [...order.matchAll(/'(\w+)'/g)].map(([, name]) => name!);
  expect(described).toEqual(imported);
});

test('every decision is listed with its title and date', () => {
  const index = textOf('docs/decisions/README.md');
  for (const name of readdirSync(join(ROOT, 'docs/decisions'))) {
    if (name === 'README.md') continue;
    const [, number, title, date] = /^# (\d+)\. (.*)\n\n(\d{4}-\d\d-\d\d)\n/.exec(
      textOf(`docs/decisions/${name}`),
    )!;
    expect(name.startsWith(number!.padStart(4, '0'))).toBe(true);
    expect(index).toContain(`| ${number} | [${title}](${name}) | ${date} |`);
  }
});

test('every package has a line in docs/dependencies.md', () => {
  const { dependencies, devDependencies } = JSON.parse(textOf('package.json'));
  const described = textOf('docs/dependencies.md');
  for (const name of Object.keys({ ...dependencies, ...devDependencies }))
    expect(described).toContain(`\`${name}\``);
});
