/** Files of plain text: a scraped page, a table that a spreadsheet saved as text, or one article. */
import type { ReadResult } from '../../common/types.ts';
import { type Source, wholeOf } from '../byte-source.ts';
import { decode } from '../charset.ts';
import { fieldOf } from '../field-names.ts';
import type { ReadOptions } from '../read-options.ts';
import { readCsv } from './csv.ts';
import { readText } from './plain-text.ts';
import { isPage, readPage } from './scraped-page.ts';
import { isTrec, readTrec } from './trec.ts';

/** Bytes by which a collection of documents is recognised. */
const BEGINNING_BYTES = 16 * 1024;

export async function* readTextFile(source: Source, options: ReadOptions): AsyncGenerator<ReadResult> {
  const { file, bytes } = source;
  if (isTrec(await beginningOf(source))) {
    yield* readTrec(source, options);
    return;
  }
  const decoded = decode(await wholeOf(bytes()));
  if (decoded === undefined) {
    yield {
      problem: { file, line: 1, effect: 'skipped', reason: 'the file is not text in any known encoding' },
    };
    return;
  }
  const { remark } = decoded;
  const text = withoutFences(decoded.text);
  if (isTable(text)) {
    yield* readCsv(source, options);
    return;
  }
  if (remark !== undefined) yield { problem: { file, line: 1, effect: 'kept', reason: remark } };
  yield* isPage(text) ? readPage(text, file) : readText(text, file);
}

/** The head of a text in YAML, as generators of sites write it, with its lines as labels. */
function withoutFences(text: string): string {
  const head = /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,10000}?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (head === null || !/^\w+:/m.test(head[1]!)) return text;
  const labels = head[1]!.replace(/^([^:\n]+:[ \t]*)(?:\[(.*)\]|"(.*)"|'(.*)')[ \t]*$/gm, '$1$2$3$4');
  return `${labels}\n\n${text.slice(head[0].length)}`;
}

/** Collections may be larger than a text that is read as a whole. */
async function beginningOf({ bytes }: Source): Promise<string> {
  for await (const chunk of bytes()) return chunk.subarray(0, BEGINNING_BYTES).toString('latin1');
  return '';
}

/** Whether the first line names a title and a body, with tabs between them. */
function isTable(text: string): boolean {
  const end = text.search(/[\r\n]/);
  const fields = new Set(
    text
      .slice(0, end === -1 ? 0 : end)
      .replace(/^\uFEFF/, '')
      .split('\t')
      .map((name) => fieldOf(name)?.field),
  );
  return fields.has('title') && fields.has('body');
}
