/**
 * Which words of a text are used as names, listed or not. In scripts with capitals: a capital in the middle of a
 * sentence. In Arabic script, which has none: the words soon after a title or a role, and words that look foreign:
 * without article and with two written vowels or more, as Arabic writes foreign names and fewer words of its own.
 * Both admit common words; callers filter again.
 */

import { scriptOf } from '../../analysis/folding/unicode.ts';
import type { Forms, Token } from '../../analysis/forms.ts';
import { titleBits } from '../gazetteer/titles.ts';
import { hasArticle } from '../language-rules.ts';
import { typeOfUnlisted } from '../recogniser/unlisted-id.ts';
import type { Mention } from '../tagger/mention.ts';

/** Shortest and longest name that is looked for in other scripts. Shorter ones resemble too many words. */
export const NAME_FROM = 4;
const NAME_TO = 20;
/** Words after a title among which the name is: وزير الخارجية الإستوني مارغوس تساخكنا. */
const AFTER_TITLE = 5;
/** A passage with more capitals than this share of its longer words is a headline that capitalises everything. */
const HEADLINE = 0.75;
const LONG_VOWELS = /[اويآى]/g;
const ENDS_SENTENCE = /[.!?…:;•"«»“”„\n–—-]|(?:^|\s)'/;
const LETTERS_ONLY = /^[\p{L}\p{M}'’ʼ]+$/u;

/** What a word may be by its forms alone. Bits. */
const TITLE = 1;
const NAME = 2;
const ARABIC = 4;
const FOREIGN = 8;

/** Which of these a word is. */
function useOf(forms: Forms): number {
  if (forms.nameUse < 0) forms.nameUse = bitsOf(forms);
  return forms.nameUse;
}

/** The words of one passage that are used as names, by their exact form, each once. The tokens' offsets count in `text`. */
export const nameWords = (tokens: readonly Token[], text: string): Set<string> =>
  exactForms(usesIn(tokens, text));

function usesIn(tokens: readonly Token[], text: string): Forms[] {
  const names: Forms[] = [];
  let headline: boolean | undefined;
  const shouting = (): boolean => {
    headline ??= isHeadline(tokens, text);
    return headline;
  };
  let sinceTitle = Number.POSITIVE_INFINITY;
  let before: Token | undefined;
  for (const token of tokens) {
    const { forms, start, end } = token;
    const maybe = useOf(forms);
    const ends = before === undefined || endsSentence(text, before.end, start);
    sinceTitle = ends ? Number.POSITIVE_INFINITY : sinceTitle + 1;
    if ((maybe & TITLE) !== 0) sinceTitle = 0;
    else if ((maybe & NAME) !== 0 && end - start >= NAME_FROM && end - start <= NAME_TO) {
      const named =
        (maybe & ARABIC) !== 0
          ? sinceTitle <= AFTER_TITLE || (maybe & FOREIGN) !== 0
          : !ends && isCapitalised(text.slice(start, end)) && !shouting();
      if (named) names.push(forms);
    }
    before = token;
  }
  return names;
}

/** The same, and the words of mentions that no list has. */
export const wordsUsedAsNames = (
  tokens: readonly Token[],
  mentions: readonly Mention[],
  text: string,
): Set<string> => exactForms(formsUsedAsNames(tokens, mentions, text));

/** The same words in all their forms; one that recurs is there again. */
export function formsUsedAsNames(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  text: string,
): Forms[] {
  const names = usesIn(tokens, text);
  for (const { entity, tokenStart, tokenEnd } of mentions)
    if (typeOfUnlisted(entity) !== undefined)
      for (const { forms } of tokens.slice(tokenStart, tokenEnd))
        if (LETTERS_ONLY.test(forms.exact) && forms.exact.length <= NAME_TO) names.push(forms);
  return names;
}

const exactForms = (words: readonly Forms[]): Set<string> => new Set(words.map(({ exact }) => exact));

function bitsOf({ exact, folded, stop }: Forms): number {
  const name = !stop && LETTERS_ONLY.test(exact);
  const arabic = name && scriptOf(exact.codePointAt(0) ?? 0) === 'Arab';
  return (
    (titleBits(folded) === 0 ? 0 : TITLE) |
    (name ? NAME : 0) |
    (arabic ? ARABIC : 0) |
    (arabic && looksForeign(folded) ? FOREIGN : 0)
  );
}

/** Whether a sentence ends between two words; mostly there is one space. */
function endsSentence(text: string, from: number, to: number): boolean {
  if (to - from === 1 && text.charCodeAt(from) === 0x20) return false;
  return ENDS_SENTENCE.test(text.slice(from, to));
}

/** A first letter in upper case before one in lower case. */
export function isCapitalised(word: string): boolean {
  const first = word.charAt(0);
  const second = word.charAt(1);
  return first !== first.toLowerCase() && second !== second.toUpperCase();
}

function isHeadline(tokens: readonly Token[], text: string): boolean {
  const longer = tokens.filter(({ start, end }) => end - start >= NAME_FROM);
  const capital = longer.filter(({ start }) => {
    const first = text.charAt(start);
    return first !== first.toLowerCase();
  });
  return longer.length >= 4 && capital.length > longer.length * HEADLINE;
}

/** Whether a folded Arabic word has no article and spells two vowels or more. */
export function looksForeign(folded: string): boolean {
  return !hasArticle(folded) && (folded.match(LONG_VOWELS)?.length ?? 0) >= 2;
}
