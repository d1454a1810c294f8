/** Files that are not what their names say: each is reported, and none ends the reading. */
import { describe, expect, test } from 'vitest';
import { bufferSource } from '../../../src/ingest/byte-source.ts';
import { FORMATS, readSource } from '../../../src/ingest/formats.ts';
import { zipOf } from '../../support/zip.ts';

const FILES: readonly [string, Buffer][] = [
  [
    'bytes without a meaning',
    Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3)) & 255)),
  ],
  ['zero bytes', Buffer.alloc(2048)],
  ['the beginning of a ZIP file', zipOf({ 'a.txt': 'some text' }).subarray(0, 60)],
  ['a ZIP file without what is looked for', zipOf({ 'other.bin': 'x' })],
  ['the beginning of an Outlook file', Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(200)}`, 'hex')],
  ['an open tag', Buffer.from('<rss><channel><item><title>')],
  ['open brackets', Buffer.from('[{"a":[{"b":')],
  ['blank lines', Buffer.from('\n\n \n')],
];

describe.each(FORMATS.map(({ name, extensions }) => [name, extensions[0]!] as const))(
  '%s',
  (_, extension) => {
    test.each(FILES)('%s', async (_name, bytes) => {
      let said = 0;
      for await (const result of readSource(bufferSource(`broken${extension}`, bytes))) {
        said++;
        if ('problem' in result) expect(result.problem.reason).not.toBe('');
      }
      expect(said).toBeGreaterThan(0);
    });
  },
);
