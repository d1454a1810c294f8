/**
 * Builds the page if it is missing or older than its sources. `npm start` and the tests run it first, so a fresh clone
 * needs no extra step. It is plain JavaScript, so that lisan itself can report a Node version that is too old.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import process, { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILT = join(ROOT, 'dist', 'web');
/** File that identifies the sources of a build. */
const STAMP = '.sources';

/** A hash of everything that the build depends on. */
function sources() {
  const hash = createHash('sha256');
  const files = ['web', 'client']
    .flatMap((folder) => readdirSync(join(ROOT, 'src', folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  files.push(
    join(ROOT, 'vite.config.ts'),
    join(ROOT, 'vite.embed.config.ts'),
    join(ROOT, 'package-lock.json'),
  );
  for (const file of files) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  return hash.digest('hex');
}

/** @param {boolean} [always] build even if nothing changed */
export async function buildPage(always = false) {
  const stamp = join(BUILT, STAMP);
  const state = sources();
  if (!always && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  let vite;
  try {
    vite = await import('vite');
  } catch (error) {
    if (existsSync(join(BUILT, 'index.html'))) return;
    throw new Error(
      'The page is not built, and Vite, which builds it, is not installed. Run `npm ci && npm run build:page` once; ' +
        '`npm ci --omit=dev` keeps what was built. The API works without the page.',
      { cause: error },
    );
  }
  // vitest sets NODE_ENV to "test", which would make Vite build for development.
  const environment = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  // Built elsewhere and moved, so that a running service or test never sees an incomplete page.
  const aside = mkdtempSync(join(ROOT, '.page-'));
  try {
    await vite.build({
      root: join(ROOT, 'src', 'web'),
      configFile: join(ROOT, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: aside },
    });
    await vite.build({
      root: join(ROOT, 'src', 'web'),
      configFile: join(ROOT, 'vite.embed.config.ts'),
      logLevel: 'warn',
      build: { outDir: join(aside, 'embed') },
    });
    writeFileSync(join(aside, STAMP), state);
    mkdirSync(dirname(BUILT), { recursive: true });
    rmSync(BUILT, { recursive: true, force: true });
    renameSync(aside, BUILT);
  } finally {
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
    rmSync(aside, { recursive: true, force: true });
  }
}

/** For vitest. */
export const setup = () => buildPage();

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  const always = argv.includes('--always');
  try {
    await buildPage(always);
  } catch (error) {
    // The service also starts without a page, and says so at its address.
    console.error(`lisan: ${error instanceof Error ? error.message : error}`);
    if (always) process.exitCode = 1;
  }
}
