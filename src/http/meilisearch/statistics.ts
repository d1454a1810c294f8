/** The figures of the index: sizes are those of the archive. */
import { statSync } from 'node:fs';
import type { AppContext } from '../context.ts';
import { meilisearchError } from './errors.ts';

export const STATISTICS_PARAMETERS = {
  sizeFormat: '`raw`: bytes; `human`: texts like `12 KiB`.',
  showInternalDatabaseSizes: '`true`: the size of the archive as `internalDatabaseSizes`.',
};

interface StatisticsFormat {
  size: (bytes: number) => number | string;
  internal: boolean;
}

/** @throws LisanError in Meilisearch's terms. */
export function statisticsFormatOf(query: Readonly<Record<string, unknown>>): StatisticsFormat {
  const { sizeFormat = 'raw', showInternalDatabaseSizes = 'false', ...others } = query;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    const names = Object.keys(STATISTICS_PARAMETERS).map((name) => `\`${name}\``);
    throw meilisearchError(
      'bad_request',
      `Unknown parameter \`${unknown}\`: expected one of ${names.join(', ')}`,
    );
  }
  if (sizeFormat !== 'raw' && sizeFormat !== 'human')
    throw meilisearchError(
      'invalid_stats_size_format',
      `Unknown value \`${String(sizeFormat)}\` for parameter \`sizeFormat\`: expected one of \`human\`, \`raw\``,
    );
  if (showInternalDatabaseSizes !== 'true' && showInternalDatabaseSizes !== 'false')
    throw meilisearchError(
      'invalid_stats_show_internal_database_sizes',
      `Invalid value in parameter \`showInternalDatabaseSizes\`: could not parse \`${String(showInternalDatabaseSizes)}\` as a boolean, expected either \`true\` or \`false\``,
    );
  return {
    size: sizeFormat === 'raw' ? (bytes) => bytes : readableSize,
    internal: showInternalDatabaseSizes === 'true',
  };
}

/** `12 KiB`, with one digit after the point below 10. */
function readableSize(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  return `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} ${units[power]}`;
}

export function statisticsOf({ archive, maintenance }: AppContext, { size, internal }: StatisticsFormat) {
  const documents = archive.count();
  const bytes = statSync(archive.file).size;
  return {
    numberOfDocuments: documents,
    rawDocumentDbSize: size(bytes),
    avgDocumentSize: size(documents === 0 ? 0 : Math.round(bytes / documents)),
    ...(internal && { internalDatabaseSizes: { archive: size(bytes) } }),
    isIndexing: maintenance.pending > 0,
    numberOfEmbeddings: 0,
    numberOfEmbeddedDocuments: 0,
    fieldDistribution: {},
  };
}
