/**
 * What may be cut from the end of a Turkish word, made from the morphemes and their order (Göksel & Kerslake 2005,
 * ch. 8 and 14) and written in ASCII, because words are folded before they are cut.
 *
 * A is a or e; I is ı i u ü, which fold to i and u; D is d or t; K is k or its soft form, which folds to g.
 * Vowel harmony between a stem and its ending is checked where ASCII shows it, by the stemmer.
 */

import { lazily } from '../../../common/lazily.ts';
import { AsciiTrie, NO_WORD } from '../../ascii-trie.ts';

const LETTERS: Readonly<Record<string, string>> = { A: 'ae', I: 'iu', D: 'dt', K: 'kg' };

/** Endings that hardly ever belong to a root. */
const PLURAL =
  'lAr lArI lArIn lArInI lArInA lArIndA lArIndAn lArImIz lArmIz lArdA lArdAn lArA lArlA lArInIn lArIndAki lArdAki lArImIzI lArImIzA lArImIzIn lArImIzdA lArIylA'.split(
    ' ',
  );

const CASES = [
  '',
  'nI',
  'nA',
  'nIn',
  'ndA',
  'ndAn',
  'I',
  'A',
  'In',
  'DA',
  'DAn',
  'ylA',
  'lA',
  'nDAki',
  'DAki',
  'DIr',
];
const POSSESSORS = ['I', 'Im', 'In', 'ImIz', 'InIz', 'lArI'];

/** Endings of nouns: possession and case with their buffer letters, relation, derivation, copula. */
const NOMINAL = [
  ...'sI sInI sInA sInIn sIndA sIndAn sIylA sIndAki I InI InA InIn IndA IndAn IylA IndAki yI nI yA nA A DA DAn'.split(
    ' ',
  ),
  ...'ndA ndAn In nIn ylA lA Im ImI ImA ImIn ImdA ImdAn ImIz ImIzI ImIzA ImIzIn ImIzdA ImIzdAn InIz InIzI InIzA'.split(
    ' ',
  ),
  ...'InIzdA mIz mIzI mIzA mIzIn mIzdA mIzdAn nIzI nIzA nIzIn nIzdA nIzdAn DAki ndAki DAkilAr cA ncI lI sIz lIK lIKI lIKlA lIKlAr cI DIr yDI ymIs ysA yIm yIz'.split(
    ' ',
  ),
];

/** Person after the tenses that are participles by origin, and after the true ones (DI, sA). */
const PERSON = ['', 'Im', 'sIn', 'Iz', 'sInIz', 'lAr'];
const SHORT_PERSON = ['', 'm', 'n', 'k', 'nIz', 'lAr'];
const PAST = SHORT_PERSON.map((person) => `DI${person}`);
const CONDITION = SHORT_PERSON.map((person) => `sA${person}`);
/** What may follow a tense: person, or a second tense with its person. */
const AFTER_TENSE = [...PERSON, ...PAST, ...CONDITION, 'mIs', 'DIr', 'DIrlAr', 'lArDI', 'ken', 'lArken'];

/** Tenses; what follows a vowel begins with y where the language puts one. */
const TENSES = [
  'Iyor',
  'AcAK',
  'Ir',
  'Ar',
  'mIs',
  'mAlI',
  'mAktA',
  'mAz',
  'AmAz',
  'mIyor',
  'AmIyor',
  'mAyAcAK',
  'AmAyAcAK',
];

const after = (beginnings: readonly string[], ends: readonly string[]): string[] =>
  beginnings.flatMap((beginning) => ends.map((end) => beginning + end));

/** Endings of verbs: tense and person, participles and verbal nouns with possession and case, gerunds, ability. */
const VERBAL = [
  ...after(TENSES, AFTER_TENSE),
  ...after(['', 'mA', 'AmA'], [...PAST, ...CONDITION, 'mIs', 'sInlAr']),
  ...after(['DIK', 'mAdIK', 'AmAdIK', 'AcAK', 'mAyAcAK', 'AmAyAcAK'], after(POSSESSORS, CASES)),
  ...after(
    ['mA', 'mAmA'],
    ['', 'yI', 'yA', 'ylA', 'dAn', 'dA', ...after(['sI', 'm', 'n', 'mIz', 'nIz', 'lArI'], CASES)],
  ),
  ...after(['mAK', 'mAmAK'], ['', 'tA', 'tAn', 'lA', 'sIzIn', 'tAdIr']),
  ...after(['An', 'mAyAn', 'AmAyAn'], ['', ...PLURAL, 'A', 'I', 'In', 'dA', 'dAn']),
  ...'ArAk Ip IncA AlI mAyIp mAdAn mAyIncA mAyArAk DIkcA DIktAn AsI AyIm AlIm sIn InIz mAyIn'.split(' '),
  ...'Abil AbilecAK AbilecAKI Abilir Abiliyor Abilmek Abilen Abildi AbildIKI AbilmesI Iver'.split(' '),
].filter((ending) => ending !== '');

/** Voice: cut only where a known root is left, since many roots end like it. */
const VOICE = 'Il In Is n l Ir DIr t DIrIl IlIn'.split(' ');

/** How short a stem an ending may leave. */
export type Kind = 'clear' | 'usual' | 'voice';

const KINDS: readonly Kind[] = ['voice', 'usual', 'clear'];

/** Every ending as it may be written, from its last letter to the first, worth the index of its kind. */
const endings = lazily(() =>
  AsciiTrie.ofPatterns([
    ...reversed(VOICE, 'voice'),
    ...reversed(VERBAL.flatMap(withBuffer), 'usual'),
    ...reversed(NOMINAL, 'usual'),
    ...reversed(PLURAL, 'clear'),
  ]),
);

/**
 * Calls `emit` for every ending of the first `length` letters of a word, the shortest first, with the index at which
 * it begins.
 */
export function endingsOf(word: string, length: number, emit: (index: number, kind: Kind) => void): void {
  const tree = endings();
  let node = 0;
  for (let index = length - 1; index >= 0; index--) {
    node = tree.after(node, word.charCodeAt(index));
    if (node === 0) return;
    const kind = tree.valueAt(node);
    if (kind !== NO_WORD) emit(index, KINDS[kind]!);
  }
}

/** A verb that ends in a vowel takes y before a vowel. */
function withBuffer(ending: string): string[] {
  return /^[AI]/.test(ending) ? [ending, `y${ending}`] : [ending];
}

function reversed(patterns: readonly string[], kind: Kind): [letters: string[], value: number][] {
  return patterns.flatMap((pattern) =>
    spellings(pattern).map((letters): [string[], number] => [letters.reverse(), KINDS.indexOf(kind)]),
  );
}

/** The letters that may be at each place of a pattern. Of two vowels A in a row the second is as the first. */
function spellings(pattern: string): string[][] {
  return Array.from(pattern.includes('A') ? LETTERS.A! : ' ', (first) => {
    let vowel = first;
    return Array.from(pattern, (letter) => {
      if (letter === 'a' || letter === 'e') vowel = letter;
      return letter === 'A' ? vowel : (LETTERS[letter] ?? letter);
    });
  });
}
