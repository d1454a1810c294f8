/**
 * Which words of a text stand there as names, though nobody listed them. Where there are capitals: a capital in the
 * middle of a sentence. In Arabic script, which has none: the words soon after a title or a role, and words that
 * look foreign, which is to say that they have no article and spell two vowels or more, as Arabic writes the names of
 * others and fewer words of its own. Both let ordinary words in; who looks names up weighs them again.
 */
import type { Token } from '../text/analyse.ts';
import { scriptOf } from '../text/unicode.ts';
import { titleBits } from './titles.ts';

/** Shortest and longest name that is looked for in other scripts. Shorter ones meet too many words. */
export const NAME_FROM = 4;
const NAME_TO = 20;
/** Words after a title among which the name is: وزير الخارجية الإستوني مارغوس تساخكنا. */
const AFTER_TITLE = 5;
/** A passage with more capitals than this share of its longer words is a headline that capitalises everything. */
const HEADLINE = 0.75;
const ARTICLE = /^(?:[وفبك]?ال|لل)/;
const LONG_VOWELS = /[اويآى]/g;
const ENDS_SENTENCE = /[.!?…:;•"«»“”„\n–—-]|(?:^|\s)'/;
const LETTERS_ONLY = /^[\p{L}\p{M}'’ʼ]+$/u;

/**
 * The words of one passage that stand as names, by their exact form, each once. The tokens' offsets count in `text`.
 */
export function nameWords(tokens: readonly Token[], text: string): Set<string> {
  const names = new Set<string>();
  const shouting = isHeadline(tokens, text);
  let sinceTitle = Number.POSITIVE_INFINITY;
  let before: Token | undefined;
  for (const token of tokens) {
    const { forms, start, end } = token;
    sinceTitle++;
    const between = before === undefined ? '.' : text.slice(before.end, start);
    if (ENDS_SENTENCE.test(between)) sinceTitle = Number.POSITIVE_INFINITY;
    if (titleBits(forms.variant) !== 0) sinceTitle = 0;
    else if (couldBeName(token)) {
      const script = scriptOf(text.codePointAt(start) ?? 0);
      const named =
        script === 'Arab'
          ? sinceTitle <= AFTER_TITLE || looksForeign(forms.variant)
          : !shouting && !ENDS_SENTENCE.test(between) && isCapitalised(text.slice(start, end));
      if (named) names.add(forms.exact);
    }
    before = token;
  }
  return names;
}

function couldBeName({ forms, start, end }: Token): boolean {
  const length = end - start;
  return length >= NAME_FROM && length <= NAME_TO && !forms.stop && LETTERS_ONLY.test(forms.exact);
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
export function looksForeign(variant: string): boolean {
  return !ARTICLE.test(variant) && (variant.match(LONG_VOWELS)?.length ?? 0) >= 2;
}
