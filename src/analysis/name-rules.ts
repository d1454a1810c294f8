/**
 * What a language knows about names of people and places. Lists are written as people write them and folded at load;
 * words are separated by white space.
 */

/** What a person may be called by; see `titles`. */
export const ROLES = [
  'president',
  'premier',
  'minister',
  'monarch',
  'envoy',
  'speaker',
  'commander',
  'leader',
] as const;
export type Role = (typeof ROLES)[number];

export interface NameRules {
  /** Words before a person's name that say what the person is. */
  readonly titles?: Readonly<Partial<Record<Role, string>>>;
  /** Further words between a title and a name that the language writes with a capital: Yardımcısı, Milletvekili. */
  readonly offices?: string;
  /** Particles that belong to the family name after them: el-Esad, bin Selman, van der Leyen. */
  readonly particles?: string;
  /** Words before the name of somebody's father: bin, بن. */
  readonly fatherWords?: string;
  /** Words that are no family name, and after which none follows: ordinals of kings, parts of compounds. */
  readonly notFamilyNames?: string;
  /** Cases of a word of a name, made from its nominative (folded form). */
  readonly declined?: (nominative: string) => string[];
  /** The nominatives, among those that are names, of which a word (folded form) is a case, without itself. */
  readonly nominatives?: (form: string, isName: (word: string) => boolean) => string[];
  /** What may be written together with the first word of a name in front of it: conjunctions, prepositions, article. */
  readonly prefixes?: NamePrefixes;
  /** Endings that may follow the last word of a name without an apostrophe. */
  readonly endings?: NameEndings;
  /** What shows that a place or person has only given its name to something else: a club, a street, a newspaper. */
  readonly namedAfter?: NamedAfter;
  /** What shows that the name of a place is the place, and not somebody who is called by it. */
  readonly located?: Located;
  /** Names of people from elsewhere, in the letters of the language: George, Hilton. */
  readonly foreignGivenNames?: string;
  readonly foreignFamilyNames?: string;
  /** How the language tells of matches, where a town is the club that is called by it. */
  readonly sport?: Sport;
  /** How the language makes the word for somebody from a place. */
  readonly inhabitant?: Inhabitant;
  /** How the definite article is written together with a noun. */
  readonly article?: Article;
  /** How people ask for whoever holds or held an office. */
  readonly askedOffice?: AskedOffice;
}

/** Words beside the title of an office in a query. */
export interface AskedOffice {
  /** Words beside a year that add nothing to it: the year 2020, в 2020 году. */
  readonly besideYear: string;
  /** Words for an office that somebody no longer has. */
  readonly former: string;
  /** Words for one that somebody has today. */
  readonly present: string;
  /** What is said for a longer title, in a word or two: FM for foreign minister, глава МИД. */
  readonly short?: Readonly<Record<string, string>>;
}

export interface NamePrefixes {
  /** The letters that prefixes are made of. */
  readonly letters: string;
  /** Letters of all prefixes of a word at most. */
  readonly longest: number;
  /** A letter that, when doubled, may also be itself before a hidden one: لل is ل before ال. */
  readonly merged: { readonly letter: string; readonly hidden: string };
  /** The words that a word (folded form) may be without its prefixes. */
  readonly cut: (word: string) => string[];
}

export interface NameEndings {
  /** Letters that are left of a name at least. */
  readonly nameFrom: number;
  /** Letters of an ending at most. */
  readonly longest: number;
  /**
   * The names that a word (folded form) may be with an ending after it.
   * @param isName whether a word may be the last one of a name
   * @param lengths bit n says that endings of n letters are tried
   */
  readonly cut: (word: string, isName: (name: string) => boolean, lengths?: number) => string[];
}

export interface NamedAfter {
  /** Beginnings of the words that follow the place: Toronto Üniversitesi'nde, Paris Agreement. */
  readonly after?: string;
  /** The same, as whole words with a capital: Avustralya Açık, but not Ankara açıkladı. */
  readonly wholeAfter?: string;
  /** True if the language also writes those in small letters. */
  readonly afterInSmallLetters?: boolean;
  /** The same, only of the word that follows at once: İstanbul Bağdat Caddesi is in Istanbul, Ankara Caddesi may be anywhere. */
  readonly rightAfter?: string;
  /** Beginnings of the words that follow a person: Hariri Airport. */
  readonly afterPerson?: string;
  /** Ends of a word after the place (folded form): Adana Demirspor. */
  readonly club?: RegExp;
  /** Words before the place, in full: ريال مدريد, Real Madrid. */
  readonly before?: string;
  /** Words after which the name of a country with the article is no adjective, although they have the article too. */
  readonly times?: string;
  /** The name of a country, as it is written, that is also the adjective: السعودية. */
  readonly adjective?: RegExp;
}

export interface Located {
  /** Words right before a place, in full. */
  readonly before?: string;
  /** What follows its name in the text. */
  readonly after?: RegExp;
  /** Words right after it: şehri, limanı. */
  readonly nouns?: string;
  /** Verbs right before it that say what a country or its government does: قالت واشنطن. */
  readonly verbs?: RegExp;
}

/** Words in full. */
export interface Sport {
  /** What an article about a match is about: goal, league, derby. */
  readonly topic: string;
  /** What a club does to another. */
  readonly beats: string;
  /** How a match ends; these words are also said of votes and wars, so a word of sport must follow. */
  readonly results: string;
  /** Beginnings of words right before or after the name of a club: striker, مدافع, deplasman. */
  readonly ofClub: string;
}

export interface Inhabitant {
  /** What follows the name of a place in the text, from the apostrophe on: ABD'li. */
  readonly after: RegExp;
  /** The end of the word (exact form): Amerikalı. */
  readonly ending: RegExp;
}

export interface Article {
  /** Matches the article at the beginning of a word (folded form), with what may be written before it. */
  readonly atBeginning: RegExp;
  /** The article alone. */
  readonly alone: string;
}
