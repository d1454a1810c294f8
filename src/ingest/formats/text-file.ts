/** Files of plain text: a scraped page, a table that a spreadsheet saved as text, or one article. */
import type { ReadResult } from '../../common/types.ts';
import { type Source, wholeOf } from '../byte-source.ts';
import { decode } from '../charset.ts';
import { fieldOf } from '../field-names.ts';
import type { ReadOptions } from '../read-options.ts';
import { readCsv } from './csv.ts';
import { readText } from './plain-text.ts';
import { isPage, readPage } from './scraped-page.ts';

export async function* readTextFile(source: Source, options: ReadOptions): AsyncGenerator<ReadResult> {
  const { file, bytes } = source;
  const decoded = decode(await wholeOf(bytes()));
  if (decoded === undefined) {
    yield {
      problem: { file, line: 1, effect: 'skipped', reason: 'the file is not text in any known encoding' },
    };
    return;
  }
  const { text, remark } = decoded;
  if (isTable(text)) {
    yield* readCsv(source, options);
    return;
  }
  if (remark !== undefined) yield { problem: { file, line: 1, effect: 'kept', reason: remark } };
  yield* isPage(text) ? readPage(text, file) : readText(text, file);
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
