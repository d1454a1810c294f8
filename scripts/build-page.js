/**
 * Builds the page if it is missing or older than its sources. `npm start` and the tests call it first, so that a fresh
 * clone needs no other step. Plain JavaScript, so that an old Node can run it and lisan itself says what is missing.
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
/** Names the state of the sources that a build was made from. */
const STAMP = '.sources';

/** A hash of everything that decides what the build holds. */
function sources() {
  const hash = createHash('sha256');
  const files = readdirSync(join(ROOT, 'src', 'web'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  files.push(join(ROOT, 'vite.config.ts'), join(ROOT, 'package-lock.json'));
  for (const file of files) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  return hash.digest('hex');
}

/** @param {boolean} [always] build even where nothing changed */
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
  // vitest sets it to "test", and Vite would build a page for developers.
  const environment = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  // Built aside and moved, so that a service or test beside this one never sees half a page.
  const aside = mkdtempSync(join(ROOT, '.page-'));
  try {
    await vite.build({
      root: join(ROOT, 'src', 'web'),
      configFile: join(ROOT, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: aside },
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
    // The service starts without a page too, and says so at its address.
    console.error(`lisan: ${error instanceof Error ? error.message : error}`);
    if (always) process.exitCode = 1;
  }
}
