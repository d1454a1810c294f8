/** What of an article is embedded: the leading passages of its text, each with the title. */
import { createHash } from 'node:crypto';
import type { Article } from '../common/types.ts';

/** Passages of one article at most: news says first what matters most. */
export const MAX_PASSAGES = 4;
/** Length that a passage is filled up to with whole lines, in UTF-16 code units: about 200 tokens, of 512 that models read. */
const PASSAGE_UNITS = 800;

/** UTF-16 offsets into the body; the same twice if there is none. */
export interface EmbeddedPassage {
  start: number;
  end: number;
  /** The text that is embedded. */
  text: string;
}

/** The passages of an article; none if it has neither title nor body. */
export function leadingPassages({ title, body }: Pick<Article, 'title' | 'body'>): EmbeddedPassage[] {
  const head = title.trim();
  const passages: EmbeddedPassage[] = [];
  for (let from = skipSpace(body, 0); from < body.length && passages.length < MAX_PASSAGES; ) {
    const end = endOfPassage(body, from);
    const text = body.slice(from, end).trim();
    passages.push({ start: from, end, text: head === '' ? text : `${head}\n${text}` });
    from = skipSpace(body, end);
  }
  if (passages.length === 0 && head !== '') passages.push({ start: 0, end: 0, text: head });
  return passages;
}

/** Tells whether what is embedded of an article has changed. */
export function digestOf(passages: readonly EmbeddedPassage[]): string {
  const hash = createHash('sha256');
  for (const { start, end, text } of passages) hash.update(JSON.stringify([start, end, text]));
  return hash.digest('base64url').slice(0, 22);
}

/** Whole lines up to the length; of a line that is longer, words. */
function endOfPassage(body: string, from: number): number {
  const limit = from + PASSAGE_UNITS;
  if (body.length <= limit) return body.trimEnd().length;
  const line = body.lastIndexOf('\n', limit);
  if (line > from + PASSAGE_UNITS / 4) return line;
  for (let at = limit; at > from + PASSAGE_UNITS / 2; at--) if (/\s/u.test(body[at]!)) return at;
  // No space at all: not inside of a character.
  return /[\uDC00-\uDFFF]/.test(body[limit]!) ? limit - 1 : limit;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/u.test(text[at]!)) at++;
  return at;
}
