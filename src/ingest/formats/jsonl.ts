/** JSON Lines: one record a line, read as a stream; a line that is not an article is reported and skipped. */
import { messageOf } from '../../common/errors.ts';
import type { ReadResult } from '../../common/types.ts';
import type { Source } from '../byte-source.ts';
import { decodeStream, remarkOn } from '../charset.ts';
import { areColumnNames, recordOfRow } from '../json-shape.ts';
import { parseLooseJson } from '../json-value.ts';
import { linesOf, MAX_LINE_LENGTH } from '../lines.ts';
import type { ReadOptions } from '../read-options.ts';
import { readRecord } from '../record.ts';
import { readJson } from './json.ts';
import { isTelegramMessage, telegramMessage } from './telegram.ts';

/** The articles of a JSON Lines file; see `field-names.ts` for the names of the fields. */
export async function* readJsonl(source: Source, options: ReadOptions = {}): AsyncGenerator<ReadResult> {
  const { file, bytes } = source;
  let number = 0;
  let isFirst = true;
  let names: string[] | undefined;
  for await (const line of linesOf(decodeStream(bytes()))) {
    number++;
    const problem = (effect: 'skipped' | 'kept', reason: string): ReadResult => ({
      problem: { file, line: number, effect, reason },
    });
    if (line === undefined) {
      yield problem('skipped', `the line is longer than ${MAX_LINE_LENGTH / 1024 / 1024} Mi characters`);
      continue;
    }
    const text = line.trim();
    if (text === '') continue;
    if (isFirst && text.startsWith('[')) {
      names = columnNamesIn(text);
      isFirst = false;
      if (names !== undefined) continue;
      // A JSON array that was named as if it were lines.
      yield* readJson(source, options);
      return;
    }
    isFirst = false;
    let record: unknown;
    try {
      record = parseLooseJson(text);
    } catch (thrown) {
      yield problem('skipped', `not JSON: ${messageOf(thrown)}`);
      continue;
    }
    const remark = remarkOn(line);
    if (remark !== undefined) yield problem('kept', remark);
    // Channels that were exported message by message.
    if (names !== undefined && Array.isArray(record)) record = recordOfRow(names, record);
    const message = isTelegramMessage(record) ? telegramMessage(record, { name: '', id: '' }) : record;
    yield* readRecord(message, file, number, options);
  }
}

/** The names of columns, if the first line is a list of them. */
function columnNamesIn(line: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(line.replace(/,$/, ''));
    return areColumnNames(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
