/** The table of formats: one entry each. A reader and its library are loaded when the first file needs them. */
import { extname } from 'node:path';
import { messageOf } from '../common/errors.ts';
import type { ReadResult } from '../common/types.ts';
import { type Source, unpacked, wholeOf } from './byte-source.ts';
import type { NestedReader } from './nested-reader.ts';
import type { ReadOptions } from './read-options.ts';

type Read = (source: Source, options: ReadOptions, nested: NestedReader) => AsyncIterable<ReadResult>;

export interface Format {
  /** Shown in the help of the command line. */
  name: string;
  /** The first one is the name of the format for `--format`. */
  extensions: readonly string[];
  read: Read;
}

export const FORMATS: readonly Format[] = [
  {
    name: 'JSON Lines',
    extensions: ['.jsonl', '.ndjson', '.jl', '.jsonlines'],
    read: loaded(async () => (await import('./formats/jsonl.ts')).readJsonl),
  },
  {
    name: 'JSON',
    extensions: ['.json', '.jsonld'],
    read: loaded(async () => (await import('./formats/json.ts')).readJson),
  },
  {
    name: 'text',
    extensions: ['.txt', '.text'],
    read: loaded(async () => (await import('./formats/text-file.ts')).readTextFile),
  },
  {
    name: 'HTML',
    extensions: ['.html', '.htm', '.xhtml', '.shtml'],
    read: whole(async () => (await import('./formats/html.ts')).readHtml),
  },
  {
    name: 'RSS, Atom and other XML',
    extensions: ['.xml', '.rss', '.atom', '.rdf'],
    read: loaded(async () => (await import('./formats/xml.ts')).readXml),
  },
  {
    name: 'CSV',
    extensions: ['.csv', '.tsv', '.tab'],
    read: loaded(async () => (await import('./formats/csv.ts')).readCsv),
  },
  {
    name: 'WARC',
    extensions: ['.warc', '.wet'],
    read: loaded(async () => (await import('./formats/warc.ts')).readWarc),
  },
  {
    name: 'ARC',
    extensions: ['.arc'],
    read: loaded(async () => (await import('./formats/arc.ts')).readArc),
  },
  {
    name: 'TREC text',
    extensions: ['.trec', '.trectext', '.trecweb', '.sgml', '.sgm'],
    read: loaded(async () => (await import('./formats/trec.ts')).readTrec),
  },
  {
    name: 'ZIP and WACZ',
    extensions: ['.zip', '.wacz'],
    read: loaded(async () => (await import('./formats/zip.ts')).readZip),
  },
  {
    name: 'PDF',
    extensions: ['.pdf'],
    read: loaded(async () => (await import('./formats/pdf.ts')).readPdf),
  },
  {
    name: 'DOCX',
    extensions: ['.docx'],
    read: loaded(async () => (await import('./formats/office.ts')).readDocx),
  },
  {
    name: 'ODT',
    extensions: ['.odt'],
    read: loaded(async () => (await import('./formats/office.ts')).readOdt),
  },
  {
    name: 'EPUB',
    extensions: ['.epub'],
    read: loaded(async () => (await import('./formats/epub.ts')).readEpub),
  },
  {
    name: 'XLSX',
    extensions: ['.xlsx', '.xlsm'],
    read: loaded(async () => (await import('./formats/xlsx.ts')).readXlsx),
  },
  {
    name: 'EML',
    extensions: ['.eml'],
    read: loaded(async () => (await import('./formats/mail.ts')).readEml),
  },
  {
    name: 'MSG',
    extensions: ['.msg'],
    read: loaded(async () => (await import('./formats/msg.ts')).readMsg),
  },
  {
    name: 'MBOX',
    extensions: ['.mbox', '.mbx'],
    read: loaded(async () => (await import('./formats/mail.ts')).readMbox),
  },
  {
    name: 'MHTML',
    extensions: ['.mhtml', '.mht'],
    read: loaded(async () => (await import('./formats/mail.ts')).readMhtml),
  },
];

/** The format and packing of a file by its name; `undefined` for an unknown ending. */
export function formatOf(file: string): { format: Format; packed: boolean } | undefined {
  const packed = extname(file).toLowerCase() === '.gz';
  const extension = extname(packed ? file.slice(0, -3) : file).toLowerCase();
  const format = FORMATS.find(({ extensions }) => extensions.includes(extension));
  return format && { format, packed };
}

/** All endings that are read, for messages. */
export function knownExtensions(): string {
  return FORMATS.flatMap(({ extensions }) => extensions).join(', ');
}

/** Archives within each other. */
const MAX_NESTING = 3;

/** Reads a source by the ending of its name. */
export async function* readSource(
  source: Source,
  options: ReadOptions = {},
  nesting = 0,
): AsyncGenerator<ReadResult> {
  const known = formatOf(options.format === undefined ? source.file : `file.${options.format}`);
  if (known === undefined) {
    const extension = extname(source.file).toLowerCase();
    yield skipped(
      source.file,
      `no reader for ${extension === '' ? 'files without an extension' : extension}; there are readers for ${knownExtensions()}, each also with .gz`,
    );
    return;
  }
  if (nesting > MAX_NESTING) {
    yield skipped(source.file, `more than ${MAX_NESTING} archives within each other`);
    return;
  }
  let results = 0;
  const { format: _, ...inherited } = options;
  const nested: NestedReader = {
    read: (inner) => readSource(inner, inherited, nesting + 1),
    canRead: (file) => formatOf(file) !== undefined,
  };
  const read = known.format.read(known.packed ? unpacked(source) : source, options, nested);
  try {
    for await (const result of read) {
      results++;
      yield result;
    }
  } catch (thrown) {
    // One source of an archive does not end the others.
    yield skipped(source.file, messageOf(thrown));
    return;
  }
  if (results === 0) yield skipped(source.file, 'there is no article in it');
}

function loaded(load: () => Promise<Read>): Read {
  return async function* (source, options, nested) {
    yield* (await load())(source, options, nested);
  };
}

/** Reads a file of one text, in whatever encoding it is. */
function whole(load: () => Promise<(text: string, file: string) => Iterable<ReadResult>>): Read {
  return async function* ({ file, bytes }) {
    const { decode } = await import('./charset.ts');
    const decoded = decode(await wholeOf(bytes()));
    if (decoded === undefined) {
      yield skipped(file, 'the file is not text in any known encoding');
      return;
    }
    if (decoded.remark !== undefined) {
      yield { problem: { file, line: 1, effect: 'kept', reason: decoded.remark } };
    }
    yield* (await load())(decoded.text, file);
  };
}

export function skipped(file: string, reason: string): ReadResult {
  return { problem: { file, line: 1, effect: 'skipped', reason } };
}
