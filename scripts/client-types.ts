/**
 * Writes the types of `lisan/client` from the description of the API: `npm ci --prefix tools/api && node
 * scripts/client-types.ts`. A test fails if they are out of date.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describeApi } from '../src/http/description/openapi.ts';
import { ROUTES } from '../src/http/routes/registry.ts';

const TOOLS = fileURLToPath(new URL('../tools/api', import.meta.url));
const TYPES = new URL('../src/client/schema.ts', import.meta.url);

/** The description without the addresses of Meilisearch, for which there are other clients, and without a version. */
const description = (): string => JSON.stringify(describeApi(ROUTES, [], '0'), null, 2);

/** First line of the types of the present description. */
export const headOfTypes = (): string =>
  `// Made by scripts/client-types.ts from the description with the SHA-256 ${createHash('sha256').update(description()).digest('hex')}.`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = mkdtempSync(join(tmpdir(), 'lisan-types-'));
  try {
    const [source, made] = [join(folder, 'openapi.json'), join(folder, 'schema.ts')];
    writeFileSync(source, description());
    execFileSync('npx', ['openapi-typescript', source, '--output', made], { cwd: TOOLS, stdio: 'ignore' });
    writeFileSync(
      TYPES,
      `${headOfTypes()}\n${readFileSync(made, 'utf8').replace(/^\/\*\*[\s\S]*?\*\/\s*/, '')}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
