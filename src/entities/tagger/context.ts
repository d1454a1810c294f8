/** The words before a name: a given name, a title. */
import type { Token } from '../../analysis/forms.ts';
import { titleBits } from '../gazetteer/titles.ts';
import { CAPITAL, isSpace, letterAt, SMALL } from './capitalisation.ts';

/** Words before a name that may contain a title: министр иностранных дел России Лавров. */
const TITLE_REACH = 4;

/** Whether there are only spaces, hyphens and particles between two words. */
export function adjacent(tokens: readonly Token[], before: number, after: number, text: string): boolean {
  for (let at = before; at < after; at++) {
    const [from, to] = [tokens[at]!.end, tokens[at + 1]!.start];
    if (!isSpace(text, from, to) && /[^\s\p{Pd}]/u.test(text.slice(from, to))) return false;
  }
  return true;
}

/** Whether a word looks like a given name: it has a capital although it does not begin the sentence, and is no title. */
export function looksGiven(tokens: readonly Token[], at: number, text: string): boolean {
  if (at === 0) return false;
  const { start, forms } = tokens[at]!;
  if ((letterAt(text, start) & CAPITAL) === 0 || (letterAt(text, start + 1) & SMALL) === 0) return false;
  if (titleBits(forms.folded) > 0) return false;
  const { end } = tokens[at - 1]!;
  return isSpace(text, end, start) || /^[\s,]+$/.test(text.slice(end, start));
}

/** Bits of the titles among the few words before a name, in the same sentence. */
export function titlesBefore(tokens: readonly Token[], from: number, text: string): number {
  let bits = 0;
  for (let at = from - 1; at >= 0 && at >= from - TITLE_REACH; at--) {
    if (/[.!?؟;:؛،,\n]/u.test(text.slice(tokens[at]!.end, tokens[at + 1]!.start))) break;
    bits |= titleBits(tokens[at]!.forms.folded);
  }
  return bits;
}
