/** Opens files of lists and finds their formats. */
import { basename } from 'node:path';
import { LisanError } from '../../common/errors.ts';
import { fileSource, type Source, unpacked } from '../../ingest/byte-source.ts';
import { decodeStream } from '../../ingest/charset.ts';
import type { ListReader, ListSource } from './listed.ts';
import { LIST_READERS } from './readers.ts';

/** Characters by which a format is found: the first line of a dump of Wikidata may be long. */
const HEAD_LENGTH = 1024 * 1024;

export interface OpenedList {
  source: ListSource;
  reader: ListReader;
}

/**
 * The files with their readers, those that add to others last. `format` is the name of a reader; without it, each file's
 * name and beginning decide. @throws LisanError `list_format_unknown`, `list_unreadable`.
 */
export async function openLists(files: readonly string[], format?: string): Promise<OpenedList[]> {
  const opened: OpenedList[] = [];
  for (const file of files) {
    const source = sourceOf(file);
    const head = await headOf(source);
    const name = basename(file).toLowerCase().replace(/\.gz$/, '');
    const reader = LIST_READERS.find((some) =>
      format === undefined ? some.matches(name, head) : some.name === format,
    );
    if (reader === undefined) {
      throw new LisanError({
        code: 'list_format_unknown',
        message: `${file} is no list of entities in a format that lisan knows.`,
        remedy: `Give its format with --format: ${LIST_READERS.map((some) => some.name).join(', ')}.`,
      });
    }
    opened.push({ source, reader });
  }
  return opened.sort((a, b) => Number(a.reader.last ?? false) - Number(b.reader.last ?? false));
}

function sourceOf(file: string): ListSource {
  if (/\.(?:bz2|xz|zst|zip|7z)$/i.test(file)) {
    throw new LisanError({
      code: 'list_unreadable',
      message: `${file} is packed in a way that lisan does not read.`,
      remedy: 'Unpack it first, or pack it with gzip.',
    });
  }
  const plain: Source = fileSource(file);
  const source = /\.gz$/i.test(file) ? unpacked(plain) : plain;
  return { file, text: () => decodeStream(source.bytes()) };
}

async function headOf({ file, text }: ListSource): Promise<string> {
  let head = '';
  try {
    for await (const chunk of text()) {
      head += chunk;
      if (head.length >= HEAD_LENGTH) break;
    }
  } catch (cause) {
    throw new LisanError({
      code: 'list_unreadable',
      message: `${file} cannot be read: ${cause instanceof Error ? cause.message : cause}.`,
      remedy: 'Give the path of a readable file.',
      cause,
    });
  }
  return head;
}
