/** Extracts the records from a JSON text of any size, one at a time, without parsing the text around them. */

import { ANY_KEY } from './json-shape.ts';

/** Longest record, in UTF-16 code units. */
export const MAX_RECORD_LENGTH = 16 * 1024 * 1024;
/** Deepest nesting. */
const MAX_DEPTH = 200;

export interface JsonPiece {
  /** The text of one record; `undefined` if it is too long. */
  text: string | undefined;
  /** 1-based line where it starts. */
  line: number;
  /** The key of the object that holds it, where the path ends with any key. */
  key?: string;
}

/** Where the parser is: within which object or list, and under which key of it. */
interface Level {
  list: boolean;
  /** The key that was read last, of an object. */
  key: string;
  expectsKey: boolean;
}

/**
 * The items of the list at `path`, keys separated by dots, `*` for any key; of a list of lists on the way all are read. An empty path is
 * the root. Where there is an object instead of a list, it is the only record. @throws Error where the text ends early.
 */
export async function* jsonRecords(
  chunks: AsyncIterable<string>,
  path: string,
  maxLength = MAX_RECORD_LENGTH,
): AsyncGenerator<JsonPiece> {
  const keys = path === '' ? [] : path.split('.');
  const levels: Level[] = [];
  let line = 1;
  let inString = false;
  let escaped = false;
  /** Parts of the record or key that is being read. */
  let parts: string[] | undefined;
  let length = 0;
  /** Depth of the record that is being read, and the line where it starts. */
  let recordDepth = -1;
  let recordLine = 1;
  let recordKey: string | undefined;
  let key: string[] | undefined;
  /** Levels that matched keys of the path. */
  const matches = (): boolean => {
    const named = levels.filter(({ list }) => !list).map((level) => level.key);
    return (
      named.length === keys.length &&
      named.every((name, index) => keys[index] === ANY_KEY || name === keys[index])
    );
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (code === 0x0a) line++;
      if (inString) {
        if (escaped) escaped = false;
        else if (code === 0x5c) escaped = true;
        else if (code === 0x22) {
          inString = false;
          if (key !== undefined) {
            key.push(chunk.slice(start, at));
            levels.at(-1)!.key = keyOf(key.join(''));
            levels.at(-1)!.expectsKey = false;
            key = undefined;
          }
        }
        continue;
      }
      if (code === 0x22) {
        inString = true;
        const level = levels.at(-1);
        if (recordDepth === -1 && level?.list === false && level.expectsKey) {
          key = [];
          start = at + 1;
        }
      } else if (code === 0x7b || code === 0x5b) {
        const opensRecord = code === 0x7b && recordDepth === -1 && matches();
        levels.push({ list: code === 0x5b, key: '', expectsKey: true });
        if (levels.length > MAX_DEPTH) throw new Error(`it is nested deeper than ${MAX_DEPTH}`);
        if (opensRecord) {
          recordDepth = levels.length;
          recordLine = line;
          recordKey = keys.at(-1) === ANY_KEY ? levels.at(-2)?.key : undefined;
          parts = [];
          length = 0;
          start = at;
        }
      } else if (code === 0x7d || code === 0x5d) {
        if (levels.at(-1)?.list !== (code === 0x5d))
          throw new Error(`line ${line}: a bracket that does not match`);
        if (levels.length === recordDepth) {
          length += at + 1 - start;
          parts!.push(chunk.slice(start, at + 1));
          yield {
            text: length > maxLength ? undefined : parts!.join(''),
            line: recordLine,
            ...(recordKey !== undefined && { key: recordKey }),
          };
          recordDepth = -1;
          parts = undefined;
        }
        levels.pop();
      } else if (code === 0x2c && recordDepth === -1) {
        const level = levels.at(-1);
        if (level !== undefined) level.expectsKey = true;
      }
    }
    if (parts !== undefined) {
      length += chunk.length - start;
      if (length <= maxLength) parts.push(chunk.slice(start));
    }
    if (key !== undefined) key.push(chunk.slice(start));
  }
  if (levels.length > 0 || inString) throw new Error(`line ${line}: the text ends within a record or list`);
}

function keyOf(text: string): string {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text;
  }
}
