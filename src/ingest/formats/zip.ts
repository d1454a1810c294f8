/** ZIP files: everything in them that can be read; of a web archive collection (WACZ) its web archives. */
import { basename, extname } from 'node:path';
import { messageOf } from '../../common/errors.ts';
import type { ReadResult } from '../../common/types.ts';
import type { Source } from '../byte-source.ts';
import type { NestedReader } from '../nested-reader.ts';
import type { ReadOptions } from '../read-options.ts';
import { ZipFile } from '../zip-file.ts';

export async function* readZip(
  source: Source,
  _options: ReadOptions,
  nested: NestedReader,
): AsyncGenerator<ReadResult> {
  const { file } = source;
  const skipped = (place: string, reason: string): ReadResult => ({
    problem: { file: place, line: 1, effect: 'skipped', reason },
  });
  let zip: ZipFile;
  try {
    zip = await ZipFile.open(source);
  } catch (thrown) {
    yield skipped(file, `it cannot be read as ZIP: ${messageOf(thrown)}`);
    return;
  }
  try {
    if (zip.isCut) yield skipped(file, 'it has more files than are read');
    const isWacz = extname(file).toLowerCase() === '.wacz';
    const names = zip.names.filter(
      (name) => !isHidden(name) && (!isWacz || /^archive\/.+\.warc(?:\.gz)?$/i.test(name)),
    );
    if (names.length === 0)
      yield skipped(file, isWacz ? 'there is no web archive in it' : 'there is no file in it');
    for (const name of names.sort()) {
      const place = `${file}/${name}`;
      try {
        for await (const result of nested.read({ file: place, bytes: () => zip.bytes(name) })) {
          yield 'article' in result && result.file === undefined ? { ...result, file: place } : result;
        }
      } catch (thrown) {
        yield skipped(place, messageOf(thrown));
      }
    }
  } finally {
    zip.close();
  }
}

/** Files that systems add to archives, and hidden ones. */
function isHidden(name: string): boolean {
  return (
    name.startsWith('__MACOSX/') ||
    name.split('/').some((part) => part.startsWith('.')) ||
    basename(name) === 'Thumbs.db'
  );
}
