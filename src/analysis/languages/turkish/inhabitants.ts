/** Words for what is of a place: Mısır, Mısırlı; Çin, Çinli (Göksel & Kerslake 2005, ch. 7: -lI). */
import type { Form } from '../../language.ts';

/** The vowel of the ending after the last vowel of a word, both in the Turkish and the ASCII spelling. */
const ENDINGS: readonly [vowels: string, ending: string][] = [
  ['aıâ', 'lı'],
  ['eiî', 'li'],
  ['ou', 'lu'],
  ['öüû', 'lü'],
];

export function placeWords({ exact }: Readonly<Record<Form, string>>): string[] {
  const last = [...exact].findLast((letter) => ENDINGS.some(([vowels]) => vowels.includes(letter)));
  return ENDINGS.flatMap(([vowels, ending]) => (vowels.includes(last ?? '-') ? [exact + ending] : []));
}
