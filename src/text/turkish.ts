/**
 * Turkish. Endings are cut from the right in the order of the language's morphology (Göksel & Kerslake 2005;
 * Eryiğit & Adalı 2004), on the ASCII-folded word, so that disisleri and Dışişleri have one stem.
 *
 * Rules in order:
 *   exact    lower case with İ-i and I-ı
 *   variant  ASCII folding, shared by all languages in Latin script
 *   stem     endings, longest first, while four letters are left (three before the clearest ones) and the vowels
 *            agree as far as ASCII shows it: a is back and e is front, i o u may be either; known roots (see
 *            turkish-roots.ts) may be shorter and are never cut themselves; then b d g at the end
 *            of the stem are p t k (kitap kitabı, kanat kanadı, renk rengi)
 *   coarse   the first five letters of the stem (Can et al. 2008 found them as good as a stemmer)
 */
import type { Language, Step } from './language.ts';
import { foldLatin, latinFolding } from './latin.ts';
import { ROOT_WORDS, SHORTENED } from './turkish-roots.ts';
import { everyExact, everyVariant } from './unicode.ts';

const lowerCase: Step = {
  name: 'lower case',
  form: 'exact',
  apply: (word) => word.replaceAll('İ', 'i').replaceAll('I', 'ı').toLowerCase(),
};

/** Longest word that is worth stemming. */
const LONGEST = 60;
/** Letters that are left of a word at least; of a known root, two. */
const LEAST = 4;
const SHORTEST = 3;
const LEAST_BEFORE_CLEAR = 3;
/** Endings that are cut from one word at most. */
const ENDINGS = 4;
const COARSE = 5;

/** A stands for a and e, I for ı i u ü, D for d and t, C for c and ç, K for k and its soft forms. */
function expand(pattern: string): string {
  return pattern
    .replaceAll('A', '[ae]')
    .replaceAll('I', '[iu]')
    .replaceAll('D', '[dt]')
    .replaceAll('K', '[kg]');
}

/** Endings that hardly ever belong to a root. */
const CLEAR = [
  'lAr',
  'lArI',
  'lArIn',
  'lArInI',
  'lArInA',
  'lArIndA',
  'lArIndAn',
  'lArI?mIz',
  'lArdA',
  'lArdAn',
  'lArA',
  'lArlA',
];
/** Nominal endings: possession and case with their buffer letters, relation, derivation. */
const NOMINAL = [
  'sI',
  'sInI',
  'sInA',
  'sInIn',
  'sIndA',
  'sIndAn',
  'sIylA',
  'I',
  'InI',
  'InA',
  'InIn',
  'IndA',
  'IndAn',
  'IylA',
  'yI',
  'nI',
  'yA',
  'nA',
  'A',
  'DA',
  'DAn',
  'ndA',
  'ndAn',
  'In',
  'nIn',
  'ylA',
  'lA',
  'Im',
  'ImI',
  'ImA',
  'ImIn',
  'ImdA',
  'ImdAn',
  'ImIz',
  'ImIzI',
  'ImIzA',
  'ImIzIn',
  'ImIzdA',
  'ImIzdAn',
  'InIz',
  'DAki',
  'ndAki',
  'DAkilAr',
  'cA',
  'ncI',
  'lI',
  'sIz',
  'lIK',
  'lIKI',
  'lIKlA',
  'lIKlAr',
  'cI',
  'DIr',
  'yDI',
  'ymIs',
  'ysA',
];
/** Verbal endings: tense, participles, verbal nouns, with person. */
const VERBAL = [
  'mAK',
  'mAktA',
  'mAktAdIr',
  'mA',
  'mAsI',
  'mAsInI',
  'mAsInA',
  'mAsInIn',
  'mAsIndA',
  'mAyI',
  'mAyA',
  'Iyor',
  'Iyordu',
  'iyorlAr',
  'uyorlAr',
  'DI',
  'DIm',
  'DIk',
  'DIlAr',
  'mIs',
  'mIstI',
  'mIstIr',
  'mIslAr',
  'AcAK',
  'yAcAK',
  'AcAktIr',
  'AcAKI',
  'AcAKInI',
  'DIKI',
  'DIKInI',
  'DIKInA',
  'DIKIndA',
  'DIKI?mIz',
  'DIKlArI',
  'DIKlArInI',
  'An',
  'yAn',
  'AnlAr',
  'yAnlAr',
  'ArAk',
  'yArAk',
  'Ip',
  'yIp',
  'IncA',
  'yIncA',
  'mAlI',
  'mAlIdIr',
  'Abilir',
  'yAbilir',
  'Ildi',
  'Ilmis',
  'IlAn',
  'IlmAsI',
  'IlmIstIr',
  'IldIKI',
  'IlmAK',
  'IlmAktAdIr',
  'Ir',
  'Ar',
  'IrlAr',
  'ArlAr',
];

interface Ending {
  pattern: RegExp;
  least: number;
}

const compile = (patterns: readonly string[], least: number): Ending[] =>
  patterns.map((pattern) => ({ pattern: new RegExp(`${expand(pattern)}$`), least }));

/** Longest first. */
const ALL_ENDINGS: readonly Ending[] = [
  ...compile(CLEAR, LEAST_BEFORE_CLEAR),
  ...compile([...NOMINAL, ...VERBAL], LEAST),
].sort((a, b) => b.pattern.source.length - a.pattern.source.length);

function stem(word: string): string {
  if (word.length > LONGEST) return word;
  let rest = word;
  for (let round = 0; round < ENDINGS && !ROOTS.has(rest); round++) {
    const shorter = cutOne(rest);
    if (shorter === rest) break;
    rest = shorter;
  }
  return ROOTS.get(rest) ?? rest;
}

/** One ending less: the shortest that leaves a known root, else the longest that leaves enough. */
function cutOne(word: string): string {
  let root: string | undefined;
  let longest: string | undefined;
  for (const { pattern, least } of ALL_ENDINGS) {
    const index = word.search(pattern);
    if (index < SHORTEST) continue;
    const rest = word.slice(0, index);
    if (!/[aeiou]/.test(rest) || !agrees(rest, word.slice(index))) continue;
    if (ROOTS.has(rest) && rest.length > (root?.length ?? 0)) root = rest;
    if (index >= least) longest ??= rest;
  }
  return root ?? longest ?? word;
}

/** Whether the first certain vowel of an ending may follow the last vowel of the stem. */
function agrees(rest: string, ending: string): boolean {
  const before = /[aeiou](?=[^aeiou]*$)/.exec(rest)?.[0];
  const after = /[ae]/.exec(ending)?.[0];
  return after === undefined || (before !== 'a' && before !== 'e') || before === after;
}

/** Root or its form before a vowel, folded -> root. */
const ROOTS = new Map<string, string>(
  [...ROOT_WORDS.map((root): [string, string] => [root, root]), ...SHORTENED].flatMap(([form, root]) =>
    softened(foldLatin(form)).map((variant): [string, string] => [variant, foldLatin(root)]),
  ),
);

/** A root, and the same with the soft consonant that stands before a vowel: kitap kitab, renk reng, çok çoğ. */
function softened(root: string): string[] {
  const soft: Readonly<Record<string, string>> = { p: 'b', t: 'd', k: 'g' };
  const last = soft[root.at(-1)!];
  return last === undefined ? [root] : [root, root.slice(0, -1) + last];
}

const HARD: Readonly<Record<string, string>> = { b: 'p', d: 't', g: 'k' };

function harden(word: string): string {
  const hard = HARD[word.at(-1)!];
  return hard === undefined || word.length < LEAST ? word : word.slice(0, -1) + hard;
}

export const turkish: Language = {
  code: 'tr',
  name: 'Türkçe',
  script: 'Latn',
  dir: 'ltr',
  iso3: 'tur',
  primary: true,
  cueLetters: 'ğĞşŞıİ',
  steps: [
    ...everyExact,
    lowerCase,
    ...everyVariant,
    latinFolding,
    { name: 'endings', form: 'stem', apply: stem },
    { name: 'hard consonants', form: 'stem', apply: harden },
    { name: 'first five letters', form: 'coarse', apply: (word) => [...word].slice(0, COARSE).join('') },
  ],
  /** The closed classes of Göksel & Kerslake 2005: pronouns, postpositions, conjunctions, question words, copulas. */
  stopWords:
    `ve ile bir bu o da de ki mi mı mu mü için gibi kadar daha çok en ama fakat ancak lakin çünkü eğer ise veya ya yahut hem ne
    nasıl neden niçin niye hangi hangisi kim kimler kimin kime kimi kimdir kaç kaçtır kaçıncı nerede nereye nereden neresi nedir nelerdir hangisidir neyi neye neler neydi kimdi
    nerededir zaman olarak olan olduğu oldu olmuş olmuştur olur olacak olup olduğunu olması etti etmiş etmiştir eden edilen edilmiş ettiği
    göre sonra önce diye her hiç hep bazı tüm bütün değil var yok vardır yoktur ben sen biz siz onlar beni seni bizi sizi onu onun ona onda
    ondan bunun buna bunu bunda bundan şunu şunun bunlar şunlar kendi kendisi üzere karşı doğru rağmen dolayı beri itibaren arasında içinde
    üzerinde tarafından hakkında ilgili iken böyle şöyle öyle yani zaten sadece yalnız bile artık henüz şimdi burada orada
    nin nın nun nün dan den dır dir dur dür`.split(/\s+/),
};
