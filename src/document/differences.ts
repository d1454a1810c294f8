/**
 * The differences of two versions of a text, by words. A word is one of the analysis, with its vowel signs, tatweel and
 * joiners, so that a changed sign marks its whole word and never half of one; what is between words is compared character by
 * character. The shortest edit script is that of Myers (1986), as `diff` computes it.
 */
import { diffArrays } from 'diff';
import { tokenize } from '../analysis/tokenizer.ts';

export interface Difference {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

export interface Differences {
  /** What was compared: words; paragraphs where too many words differ; the whole where too many paragraphs do. */
  unit: 'word' | 'paragraph' | 'text';
  /** Texts that are the same or removed, joined, give the earlier version; those that are the same or added, the later. */
  parts: Difference[];
}

/** Words or paragraphs that may be removed and added: the time grows with their number times that of all. */
const MAX_EDITS = 1500;
/** Words or paragraphs of both versions together that are compared. */
const MAX_COMPARED = 200_000;

export function differences(before: string, after: string): Differences {
  for (const [unit, cut] of [
    ['word', wordsOf],
    ['paragraph', paragraphsOf],
  ] as const) {
    const [earlier, later] = [cut(before), cut(after)];
    if (earlier.length + later.length > MAX_COMPARED) continue;
    const changes = diffArrays(earlier, later, { maxEditLength: MAX_EDITS });
    if (changes === undefined) continue;
    const parts = changes.map(({ added, removed, value }): Difference => {
      const kind = added ? 'added' : removed ? 'removed' : 'same';
      return { kind, text: value.join('') };
    });
    return { unit, parts: joined(parts) };
  }
  return { unit: 'text', parts: joined([removed(before), added(after)]) };
}

const same = (text: string): Difference => ({ kind: 'same', text });
const removed = (text: string): Difference => ({ kind: 'removed', text });
const added = (text: string): Difference => ({ kind: 'added', text });

/** What is between words: suffixes that the analysis leaves out, as in Lavrov’dan, and single characters. */
const BETWEEN = /[\p{L}\p{M}\p{N}\p{Cf}]+|./gsu;

/** Words, and what is between them. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  const between = (from: number, to: number): void => {
    for (const [piece] of text.slice(from, to).matchAll(BETWEEN)) words.push(piece);
  };
  let at = 0;
  tokenize(text, (start, end) => {
    between(at, start);
    words.push(text.slice(start, end));
    at = end;
  });
  between(at, text.length);
  return words;
}

/** Paragraphs, each with the line feed that ends it. */
const paragraphsOf = (text: string): string[] => text.split(/(?<=\n)/u);

/**
 * One removed and one added text for each place that changed: blanks that stayed between changed words are part of both, so
 * that a sentence that was written anew is not shown word by word.
 */
function joined(parts: readonly Difference[]): Difference[] {
  const result: Difference[] = [];
  let [gone, come] = ['', ''];
  const flush = (): void => {
    // Blanks with which both end were between the change and what follows it.
    const blanks = gone.slice(endWithoutBlanks(gone));
    const kept = blanks !== '' && gone !== blanks && come !== blanks && come.endsWith(blanks) ? blanks : '';
    for (const difference of [removed(without(gone, kept)), added(without(come, kept)), same(kept)])
      if (difference.text !== '') result.push(difference);
    [gone, come] = ['', ''];
  };
  for (const [index, { kind, text }] of parts.entries()) {
    const between = index > 0 && index < parts.length - 1 && /^[^\S\n]+$/u.test(text);
    if (kind !== 'added' && (kind === 'removed' || between)) gone += text;
    if (kind !== 'removed' && (kind === 'added' || between)) come += text;
    if (kind !== 'same' || between || text === '') continue;
    flush();
    const last = result.at(-1);
    if (last?.kind === 'same') last.text += text;
    else result.push(same(text));
  }
  flush();
  return result;
}

const without = (text: string, end: string): string => text.slice(0, text.length - end.length);

/** Where the blanks at the end of a text begin; a line feed is none. */
function endWithoutBlanks(text: string): number {
  let end = text.length;
  while (end > 0 && text[end - 1] !== '\n' && /\s/u.test(text[end - 1]!)) end--;
  return end;
}
