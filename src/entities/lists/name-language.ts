/** The language of a name that a list gives without one: by its letters, among the languages that lisan knows. */
import { scriptOf } from '../../analysis/folding/unicode.ts';
import { languageFor } from '../../analysis/languages/registry.ts';

/** Letters by which a name is in one language of its script; the first line that fits counts. */
const BY_LETTERS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['fa', /[\u067E\u0686\u0698\u06AF\u06A9\u06CC]/],
  ['tr', /[ğışĞİŞ]/],
];
/** Letters of languages of these scripts that lisan does not know: Urdu, Kurdish, Uyghur; Ukrainian, Serbian, Kazakh; and more. */
const FOREIGN =
  /[\u0671-\u067D\u067F-\u0685\u0687-\u0697\u0699-\u06A8\u06AA-\u06AE\u06B0-\u06CB\u06CD-\u06D5]|[\u0400\u0402-\u040F\u0450\u0452-\u052F]/;
const BY_SCRIPT: Readonly<Record<string, string>> = { Arab: 'ar', Cyrl: 'ru', Latn: 'en' };

/** BCP 47 code of the language of a name; `undefined` for a name in letters of no language that lisan knows. */
export function languageOfName(name: string): string | undefined {
  if (FOREIGN.test(name)) return undefined;
  const letter = /\p{L}/u.exec(name)?.[0];
  if (letter === undefined) return undefined;
  const script = scriptOf(letter.codePointAt(0)!);
  const plain = BY_SCRIPT[script];
  if (plain === undefined) return undefined;
  const told = BY_LETTERS.find(
    ([language, letters]) => languageFor(language)?.script === script && letters.test(name),
  );
  return told?.[0] ?? plain;
}

/** The code of a language that lisan knows, without its region; `undefined` for others. `mul` is Wikidata's for all. */
export function knownLanguage(code: string, name: string): string | undefined {
  const base = code.toLowerCase().split(/[-_]/)[0]!;
  if (base === 'mul' || base === 'und' || base === '') return languageOfName(name);
  return languageFor(base) !== undefined && base !== 'und' ? base : undefined;
}
