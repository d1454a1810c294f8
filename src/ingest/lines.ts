/** Lines of a stream of text, with a limit to their length. */

/** Longest line, in UTF-16 code units. */
export const MAX_LINE_LENGTH = 16 * 1024 * 1024;

/** Lines at LF, CR LF or CR, without a byte order mark; `undefined` for one that is too long. */
export async function* linesOf(
  chunks: AsyncIterable<string>,
  maxLength = MAX_LINE_LENGTH,
): AsyncGenerator<string | undefined> {
  let parts: string[] = [];
  let length = 0;
  let first = true;
  let afterReturn = false;
  const take = (): string | undefined => {
    let line = length > maxLength ? undefined : parts.join('');
    if (first && line?.startsWith('\uFEFF')) line = line.slice(1);
    first = false;
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    if (afterReturn && chunk.startsWith('\n')) start = 1;
    if (chunk !== '') afterReturn = false;
    const ends = /\r\n?|\n/g;
    ends.lastIndex = start;
    for (let end = ends.exec(chunk); end !== null; end = ends.exec(chunk)) {
      parts.push(chunk.slice(start, end.index));
      length += end.index - start;
      yield take();
      start = ends.lastIndex;
      // A line feed may follow in the next chunk.
      if (start === chunk.length && end[0] === '\r') afterReturn = true;
    }
    length += chunk.length - start;
    if (length <= maxLength) parts.push(chunk.slice(start));
    else parts = [];
  }
  if (length > 0) yield take();
}
