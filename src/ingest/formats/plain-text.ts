/** Plain text: the first line that is not blank is the title, the rest the body. */
import type { ReadResult } from '../../common/types.ts';

export function* readText(text: string, file: string): Generator<ReadResult> {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1) {
    yield { problem: { file, line: 1, effect: 'skipped', reason: 'the file is empty' } };
    return;
  }
  const body = lines
    .slice(first + 1)
    .join('\n')
    .replace(/\n+$/, '');
  yield { article: { title: lines[first]!, body, keywords: [] }, line: first + 1 };
}
