/** `lisan verify`: reads everything that is stored and compares it with its checksums. */
import { runVerification, type VerificationResult } from '../../indexing/verification.ts';
import type { Service } from '../../service/service.ts';
import { Progress } from '../progress.ts';

export interface VerifyOptions {
  /** MiB read per second. */
  rate: number;
  json?: boolean;
}

/** Prints the result; the exit code is 1 if something is damaged. */
export async function verifyAllFiles(
  { archive, engine }: Pick<Service, 'archive' | 'engine'>,
  { rate, json = false }: VerifyOptions,
  signal: AbortSignal,
): Promise<void> {
  const progress = new Progress('rows verified');
  try {
    const result = await runVerification(archive, engine, {
      bytesPerSecond: rate * 2 ** 20,
      onProgress: (rows) => progress.update(rows),
      signal,
    });
    progress.end();
    console.log(json ? JSON.stringify(result, null, 2) : textOf(result));
    if (result.documents.length + result.archive.length > 0 || result.index !== undefined)
      process.exitCode = 1;
  } finally {
    progress.end();
  }
}

function textOf({ rows, bytes, documents, archive, index }: VerificationResult): string {
  const lines = [`${rows.toLocaleString('en')} rows, ${(bytes / 2 ** 20).toFixed(1)} MiB verified`];
  for (const id of documents) lines.push(`damaged document ${id}: run \`lisan repair\`, or ingest it again`);
  for (const message of archive) lines.push(`archive: ${message}: restore the archive from a backup`);
  if (index !== undefined) lines.push(`index: ${index}: run \`lisan reindex\`, or let a service rebuild it`);
  if (lines.length === 1) lines.push('nothing is damaged');
  return lines.join('\n');
}
