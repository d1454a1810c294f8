/** Fills an archive from files and folders, for cron: `node ingest-script.ts DATA PATH...`. Exits with 1 if records were skipped. */
import { ingest, LisanError, openService } from 'lisan';

const [data, ...paths] = process.argv.slice(2);
if (data === undefined || paths.length === 0) {
  console.error('Usage: node ingest-script.ts DATA PATH...');
  process.exit(2);
}

const service = openService({ data });
try {
  const { read, added, changed, skipped, index } = await ingest(service, paths, {
    onProblem: ({ file, line, effect, reason }) => console.error(`${file}:${line}: ${effect}: ${reason}`),
  });
  console.log(`${read} read, ${added} added, ${changed} changed, ${index.documents} in the index`);
  if (skipped > 0) process.exitCode = 1;
} catch (thrown) {
  if (!(thrown instanceof LisanError)) throw thrown;
  console.error(`${thrown.message} ${thrown.remedy}`);
  process.exitCode = 1;
} finally {
  await service.close();
}
