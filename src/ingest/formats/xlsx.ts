/** XLSX (Office Open XML): each sheet a table with a row of names, read like CSV. */
import { posix } from 'node:path';
import { Parser } from 'htmlparser2';
import { messageOf } from '../../common/errors.ts';
import type { ReadResult } from '../../common/types.ts';
import type { Source } from '../byte-source.ts';
import { fieldOf } from '../field-names.ts';
import type { ReadOptions } from '../read-options.ts';
import { readRecord } from '../record.ts';
import { attributesOfXml } from '../xml-text.ts';
import { ZipFile } from '../zip-file.ts';

/** Texts of all cells together, in UTF-16 code units. */
const MAX_SHARED_LENGTH = 256 * 1024 * 1024;
/** Columns of a sheet. */
const MAX_COLUMNS = 1000;
const MS_PER_DAY = 86_400_000;
/** Numbers of the formats of dates that every program has. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57]);

/** What cells refer to. */
interface Book {
  strings: string[];
  /** Whether a style shows a date, by its number. */
  dateStyles: boolean[];
  /** Day 0 of numbers that are dates, in milliseconds since 1970. */
  firstDay: number;
}

export async function* readXlsx(source: Source, options: ReadOptions = {}): AsyncGenerator<ReadResult> {
  const { file } = source;
  const skipped = (place: string, reason: string): ReadResult => ({
    problem: { file: place, line: 1, effect: 'skipped', reason },
  });
  let zip: ZipFile | undefined;
  try {
    zip = await ZipFile.open(source);
    const workbook = await zip.text('xl/workbook.xml');
    const relations = attributesOfXml(await zip.text('xl/_rels/workbook.xml.rels'), 'Relationship');
    const book: Book = {
      strings: await sharedStrings(zip),
      dateStyles: dateStylesOf(await zip.text('xl/styles.xml')),
      firstDay: /date1904="(?:1|true)"/.test(workbook) ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30),
    };
    for (const sheet of attributesOfXml(workbook, 'sheet')) {
      const target = relations.find(({ Id }) => Id === sheet['r:id'])?.Target;
      if (target === undefined) continue;
      const name = posix.normalize(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      const place = `${file}/${sheet.name ?? name}`;
      try {
        yield* readSheet(zip, name, place, book, options);
      } catch (thrown) {
        yield skipped(place, messageOf(thrown));
      }
    }
  } catch (thrown) {
    yield skipped(file, `the workbook cannot be read: ${messageOf(thrown)}`);
  } finally {
    zip?.close();
  }
}

async function* readSheet(
  zip: ZipFile,
  name: string,
  place: string,
  book: Book,
  options: ReadOptions,
): AsyncGenerator<ReadResult> {
  let names: string[] | undefined;
  for await (const { cells, line } of rowsOf(zip.bytes(name), book)) {
    if (names === undefined) {
      names = cells.map((cell) => cell.trim());
      const isKnown = names.some((some) => ['title', 'body', 'summary'].includes(fieldOf(some)?.field ?? ''));
      if (!isKnown && Object.keys(options.map ?? {}).length === 0) {
        const reason = `no column is known as a title or a body (${names.slice(0, 8).join(', ')}): name them with --map`;
        yield { problem: { file: place, line, effect: 'skipped', reason } };
        return;
      }
      continue;
    }
    const record = Object.fromEntries(
      cells.map((cell, index) => [names![index] || `column ${index + 1}`, cell]),
    );
    for (const result of readRecord(record, place, line, options)) {
      yield 'article' in result ? { ...result, file: place } : result;
    }
  }
}

async function* rowsOf(
  chunks: AsyncIterable<Buffer>,
  book: Book,
): AsyncGenerator<{ cells: string[]; line: number }> {
  const queue: { cells: string[]; line: number }[] = [];
  let row: { cells: string[]; line: number } | undefined;
  let cell: { column: number; type: string; style: number; value: string[]; isReading: boolean } | undefined;
  let line = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'row') {
          line = Number(attributes.r ?? line + 1);
          row = { cells: [], line };
        } else if (name === 'c' && row !== undefined) {
          const column = attributes.r === undefined ? row.cells.length : columnOf(attributes.r);
          cell = {
            column,
            type: attributes.t ?? 'n',
            style: Number(attributes.s ?? 0),
            value: [],
            isReading: false,
          };
        } else if (cell !== undefined && (name === 'v' || name === 't')) cell.isReading = true;
      },
      ontext(data) {
        if (cell?.isReading) cell.value.push(data);
      },
      onclosetag(name) {
        if (name === 'v' || name === 't') {
          if (cell !== undefined) cell.isReading = false;
        } else if (name === 'c' && cell !== undefined && row !== undefined) {
          if (cell.column < MAX_COLUMNS) {
            while (row.cells.length < cell.column) row.cells.push('');
            row.cells[cell.column] = cellText(cell.value.join(''), cell.type, cell.style, book);
          }
          cell = undefined;
        } else if (name === 'row' && row !== undefined) {
          if (row.cells.some((text) => text !== '')) queue.push(row);
          row = undefined;
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  const decoder = new TextDecoder();
  for await (const chunk of chunks) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield* queue;
    queue.length = 0;
  }
  parser.end(decoder.decode());
  yield* queue;
}

function cellText(
  value: string,
  type: string,
  style: number,
  { strings, dateStyles, firstDay }: Book,
): string {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'n' && value !== '' && dateStyles[style] === true) {
    const date = new Date(firstDay + Math.round(Number(value) * MS_PER_DAY));
    if (!Number.isNaN(date.getTime())) {
      const iso = date.toISOString();
      // A time in a sheet has no zone.
      return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
    }
  }
  if (type === 'b') return value === '1' ? 'true' : 'false';
  return type === 'e' ? '' : value;
}

/** `C7` -> 2. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/\d+$/, '')) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** The texts that cells refer to by number. */
async function sharedStrings(zip: ZipFile): Promise<string[]> {
  const strings: string[] = [];
  if (!zip.has('xl/sharedStrings.xml')) return strings;
  let parts: string[] | undefined;
  let isReading = false;
  let phonetic = 0;
  let length = 0;
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'si') parts = [];
        else if (name === 'rPh') phonetic++;
        else if (name === 't') isReading = phonetic === 0;
      },
      ontext(data) {
        if (!isReading || parts === undefined) return;
        length += data.length;
        if (length > MAX_SHARED_LENGTH) throw new Error('its texts are too long');
        parts.push(data);
      },
      onclosetag(name) {
        if (name === 't') isReading = false;
        else if (name === 'rPh') phonetic--;
        else if (name === 'si' && parts !== undefined) {
          strings.push(parts.join(''));
          parts = undefined;
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  const decoder = new TextDecoder();
  for await (const chunk of zip.bytes('xl/sharedStrings.xml'))
    parser.write(decoder.decode(chunk, { stream: true }));
  parser.end(decoder.decode());
  return strings;
}

function dateStylesOf(styles: string): boolean[] {
  const custom = new Map(
    attributesOfXml(styles, 'numFmt').map(({ numFmtId, formatCode = '' }) => [
      Number(numFmtId),
      /[ymdh]/i.test(formatCode.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')),
    ]),
  );
  const cells = /<cellXfs[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? '';
  return attributesOfXml(cells, 'xf').map(({ numFmtId }) => {
    const id = Number(numFmtId);
    return custom.get(id) ?? DATE_FORMATS.has(id);
  });
}
