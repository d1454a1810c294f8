/**
 * Checks the description of the API as programmers of clients would: `npm run check:api`. Redocly lints it,
 * openapi-typescript makes types of it, and a client written with them must compile.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../src/common/version.ts';
import { describeApi } from '../src/http/description/openapi.ts';
import { ADDRESSES } from '../src/http/meilisearch/addresses.ts';
import { ROUTES } from '../src/http/routes/registry.ts';

const TOOLS = fileURLToPath(new URL('../tools/api', import.meta.url));

function run(command: string, ...parameters: string[]): void {
  execFileSync(command, parameters, { cwd: TOOLS, stdio: 'inherit' });
}

run('npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error');
writeFileSync(join(TOOLS, 'openapi.json'), JSON.stringify(describeApi(ROUTES, ADDRESSES, VERSION), null, 2));
run('npx', 'redocly', 'lint', 'openapi.json');
run('npx', 'openapi-typescript', 'openapi.json', '--output', 'generated.ts');
run(
  'npx',
  'tsc',
  '--noEmit',
  '--strict',
  '--noUncheckedIndexedAccess',
  '--skipLibCheck',
  '--target',
  'es2022',
  '--module',
  'nodenext',
  '--allowImportingTsExtensions',
  'client.ts',
);
