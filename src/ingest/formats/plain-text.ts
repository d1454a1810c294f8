/** Plain text: the first line that is not blank is the title, the rest the body. */
import type { ReadResult } from '../../common/types.ts';

/** Longest first line that is a title, in UTF-16 code units; a longer one is a paragraph. */
export const MAX_TITLE_LENGTH = 500;

export function* readText(text: string, file: string): Generator<ReadResult> {
  const lines = linesOfText(text);
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1) {
    yield { problem: { file, line: 1, effect: 'skipped', reason: 'the file has no text' } };
    return;
  }
  const hasTitle = lines[first]!.length <= MAX_TITLE_LENGTH;
  const body = lines
    .slice(hasTitle ? first + 1 : first)
    .join('\n')
    .replace(/\n+$/, '');
  yield { article: { title: hasTitle ? lines[first]! : '', body, keywords: [] }, line: first + 1 };
}

/** Lines of a text, without a byte order mark. */
export function linesOfText(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
}
