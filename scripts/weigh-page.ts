/** How much the page's first load is, compressed: `npm run weigh`. Fails over the budget of 45 kB of script. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildPage } from './build-page.js';

const BUILT = new URL('../dist/web/', import.meta.url);
/** Bytes of compressed script that a first load may be. */
export const SCRIPT_BUDGET = 45_000;

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
  css?: string[];
}

export interface Weight {
  /** Bytes after gzip. */
  script: number;
  style: number;
  /** Bytes of each font; a browser loads those of the scripts that are on the page. */
  fonts: Record<string, number>;
}

/** Weighs what the build's entry loads: itself, what it imports, its styles, and the texts of a language. */
export async function weighPage(): Promise<Weight> {
  await buildPage();
  const manifest: Record<string, Chunk> = JSON.parse(
    readFileSync(new URL('.vite/manifest.json', BUILT), 'utf8'),
  );
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const load = ({ file, imports = [], css = [] }: Chunk): void => {
    if (scripts.has(file)) return;
    scripts.add(file);
    for (const name of css) styles.add(name);
    for (const name of imports) load(manifest[name]!);
  };
  for (const chunk of Object.values(manifest)) if (chunk.isEntry) load(chunk);
  const texts = Object.entries(manifest).filter(([name]) => name.startsWith('i18n/catalogues/'));
  const compressed = (names: Iterable<string>): number =>
    [...names].reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, BUILT))).length, 0);
  // A visit loads the texts of one language: the largest are counted.
  const catalogue = Math.max(...texts.map(([, { file }]) => compressed([file])));
  const fonts = readdirSync(new URL('assets/', BUILT))
    .filter((name) => name.endsWith('.woff2'))
    .map((name) => [name, readFileSync(new URL(`assets/${name}`, BUILT)).length] as const);
  return {
    script: compressed(scripts) + catalogue,
    style: compressed(styles),
    fonts: Object.fromEntries(fonts),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { script, style, fonts } = await weighPage();
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`script ${kilobytes(script)} of ${kilobytes(SCRIPT_BUDGET)}, style ${kilobytes(style)}, gzip`);
  for (const [name, bytes] of Object.entries(fonts))
    console.log(`font   ${kilobytes(bytes).padStart(8)}  ${name}`);
  console.log(`in     ${fileURLToPath(BUILT)}`);
  if (script > SCRIPT_BUDGET) process.exitCode = 1;
}
