/**
 * The annotated passages of an article out of its postings: languages and mentions as they were indexed, so that only
 * words are cut and looked up again. Showing a page of hits would otherwise cost as much as indexing them.
 */
import { type AnnotatedPassage, fieldText, linesOf } from './annotate.ts';
import type { Mention } from './entities/tagger.ts';
import { decodePostings } from './postings.ts';
import { directionOf } from './text/detect.ts';
import { analyserFor } from './text/languages.ts';
import { type Article, FIELDS } from './types.ts';

/**
 * The same as `annotate` gives; `undefined` where the postings are those of another text, which an article has that
 * changed and is not indexed yet. `entityOf`: the entity of a key.
 */
export function recall(
  article: Article,
  bytes: Uint8Array,
  entityOf: (key: number) => string | undefined,
): AnnotatedPassage[] | undefined {
  const { words, mentions, sequence, languageOf } = decodePostings(bytes);
  const passages: AnnotatedPassage[] = [];
  const starts: number[] = [];
  let position = 0;
  for (const field of FIELDS) {
    const text = fieldText(article, field);
    for (const { start, end } of linesOf(article, field)) {
      const line = text.slice(start, end);
      const lang = languageOf(passages.length);
      const tokens = analyserFor(lang).tokens(line, start);
      starts.push(position);
      for (const { forms } of tokens)
        if (words[sequence[position++]! * 4] !== forms.keys[0]) return undefined;
      // A break has the number after the last word, of which there is no key.
      if (sequence[position++]! * 4 !== words.length) return undefined;
      passages.push({ field, start, end, lang, dir: directionOf(line), tokens, mentions: [] });
    }
  }
  if (position !== sequence.length) return undefined;
  let passage = 0;
  for (let i = 0; i < mentions.length; i += 3) {
    const [key, at, length] = mentions.subarray(i, i + 3) as unknown as [number, number, number];
    const entity = entityOf(key);
    if (entity === undefined) continue;
    while (passage + 1 < starts.length && starts[passage + 1]! <= at) passage++;
    passages[passage]!.mentions.push(mentionOf(passages[passage]!, entity, at - starts[passage]!, length));
  }
  return passages;
}

function mentionOf(
  { tokens }: AnnotatedPassage,
  entity: string,
  tokenStart: number,
  length: number,
): Mention {
  const tokenEnd = tokenStart + length;
  return { start: tokens[tokenStart]!.start, end: tokens[tokenEnd - 1]!.end, entity, tokenStart, tokenEnd };
}
