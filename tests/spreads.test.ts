/** A spread as arguments fails with a stack overflow from some 100,000 values on: only lists that are bounded are spread. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SOURCE = fileURLToPath(new URL('../src', import.meta.url));

/** Files that spread into a call, each with what bounds the list. */
const BOUNDED: Readonly<Record<string, string>> = {
  'meaning/http-embedder.ts': 'the vectors of one request',
  'meaning/meaning.ts': 'the vectors of one document',
  'meaning/onnx-embedder.ts': 'the vectors of one run of the model',
  'meaning/vector-matrix.ts': 'the vectors of one document',
  'cli/commands/doctor.ts': 'a handful of findings',
  'engines/docstore/docstore.ts': 'the members of one bucket, which are limited there',
  'engines/remote/opensearch-query.ts': 'the words of a query',
  'entities/transliteration/least-distance.ts': 'the letters of one script',
  'entities/transliteration/letters.ts': 'the ways to write one letter',
  'http/meilisearch/documents.ts': 'the documents of one page',
  'http/workers/write-queue.ts': 'the writes that wait, which are limited there',
  'search/execution/top-documents.ts': 'the candidates beyond the ranked ones, at most a page',
  'search/query/query-builder.ts': 'the forms of one word',
  'service/task-log.ts': 'the values of one filter of a request',
};

test('only bounded lists are spread into a call', () => {
  const found = globSync('**/*.ts', { cwd: SOURCE })
    .filter((file) => !file.startsWith('web/'))
    .filter((file) => /\.(?:push|unshift)\(\.\.\./.test(readFileSync(join(SOURCE, file), 'utf8')));
  expect(found.filter((file) => !(file in BOUNDED))).toEqual([]);
});
