import type { Direction } from '../common/types.ts';
import type { NameCues } from './name-cues.ts';
import type { NameRules } from './name-rules.ts';

/**
 * The forms of a word, each coarser than the one before: words that are equal in one form are equal in every later one.
 * - `exact`  what the writer wrote, without case and invisible characters
 * - `folded` one key for all spellings of the same word form (hamza seats, the four i's, ASCII typing, digits)
 * - `stem`   without inflection and clitics
 * - `root`   the weakest key that still says something (first letters, consonants); the engine finds candidates by it
 */
export const FORMS = ['exact', 'folded', 'stem', 'root'] as const;
export type Form = (typeof FORMS)[number];

/** One rule of a language. Pure, total, and linear in the length of the word. */
export interface TokenFilter {
  /** Shown by `lisan explain`. */
  readonly name: string;
  /** The form this filter works towards. The filters of a language are in the order of `FORMS`. */
  readonly form: Form;
  /** Takes and gives a word; never gives an empty one for a word with letters or digits. */
  readonly apply: (word: string) => string;
}

/** Scripts that lisan tells apart; `Zyyy` is any other, and what belongs to no script (digits). */
export type Script = 'Arab' | 'Latn' | 'Cyrl' | 'Zyyy';

/**
 * Everything lisan knows about one language. Optional fields hold what only some languages have, or what nobody has
 * written down yet: a language without one lacks that and nothing else. See `languages/template.ts` for how to add one.
 */
export interface Language {
  /** BCP 47 code. */
  readonly code: string;
  /** The language's own name, for the interface. */
  readonly name: string;
  readonly script: Script;
  readonly dir: Direction;
  /** ISO 639-3 code, as franc names languages. */
  readonly iso3: string;
  /**
   * Stands for the language in stored indexes: 0 to 254, different for each language, never changed and never given to
   * another one. 255 means "undetermined".
   */
  readonly number: number;
  /** True if its filters reach beyond `folded`. Query words are analysed by every stemmed language of their script. */
  readonly stemmed: boolean;
  /**
   * True for the languages that archives are kept in. They win where the evidence of a text is equal, and the only
   * preferred language of a script gives its rules to words of that script in texts of other languages.
   */
  readonly preferred: boolean;
  /** True if entities of the gazetteer should have names and descriptions in it: the coverage report lists those without. */
  readonly entityNames: boolean;
  /** Letters that, among the known languages of this script, indicate this one. Lower and upper case. */
  readonly indicativeLetters: string;
  /**
   * Ordered filters from the text of a token to its root form. The filters that lead to `folded` are the same for
   * every language of one script, apart from lower-casing: a query word has no reliable language.
   */
  readonly tokenFilters: readonly TokenFilter[];
  /** Words that carry no topic, as people write them; folded at load. A query of stop words only still finds them. */
  readonly stopWords: readonly string[];
  /** Stems of auxiliary verbs: every form of them is a stop word, except the shortest ones, which may be nouns. */
  readonly auxiliaries?: readonly string[];
  /** What the tokenizer cuts at an apostrophe. */
  readonly apostrophes?: ApostropheRules;
  /** Words that are written apart, with a hyphen or as one. */
  readonly compounds?: Compounds;
  /** Pairs of letters that writers confuse, in folded form; a correction of one for the other costs half. */
  readonly confusedLetters?: string;
  /** A list of ordinary words, by which a word of a query is known not to be a name. */
  readonly dictionary?: Dictionary;
  /** Names of months and weekdays, to read the dates of articles. */
  readonly dates?: DateWords;
  /** How pages label the parts of an article. */
  readonly pageLabels?: PageLabels;
  /** What the columns of a table of articles are called. */
  readonly columnNames?: ColumnNames;
  /** How names of people and places are written and inflected. */
  readonly names?: NameRules;
  /** Words beside names and within them that say what they are names of. */
  readonly nameCues?: NameCues;
  /**
   * Words for what is of a place or an organisation, made from its name: adjective, people (ливанский, Mısırlı). Left out
   * by languages whose stemming cuts the endings of such words.
   */
  readonly placeWords?: (name: Readonly<Record<Form, string>>) => string[];
}

export interface ApostropheRules {
  /** Whether what follows an apostrophe is an ending and not a part of the name before it: 's, 'dan. */
  readonly isSuffix?: (tail: string, head: string) => boolean;
  /** Whether what precedes an apostrophe is an elided word: l', qu'. */
  readonly isElided?: (head: string) => boolean;
}

export interface Compounds {
  /**
   * Words that are one word; bars separate the entries. The last is the beginning of the word, so that it may have
   * endings: "hava liman" is also hava limanında, havalimanı and hava-limanı. Of three, the first two are an entry too.
   */
  readonly pairs?: string;
  /** First words that make one word with any that `takes` (folded form) accepts; white space separates them, or they are a list. */
  readonly first?: readonly {
    readonly words: string | readonly string[];
    readonly takes: (second: string) => boolean;
  }[];
  /** Beginnings of words that a hyphen may follow: co-operation is cooperation. White space separates them. */
  readonly prefixes?: string;
  /** Letters that may be written together with the first word in front of it. White space separates them. */
  readonly proclitics?: string;
}

export interface Dictionary {
  /** npm package with a Hunspell dictionary; its words in lower case are the ordinary ones. */
  readonly packageName: string;
  /** The entries of the dictionary, in folded form, that a word of a text may be a form of. */
  readonly entriesOf: (word: { readonly folded: string; readonly stem: string }) => Iterable<string>;
}

export interface DateWords {
  /** Twelve names each, January first; bars separate spellings of one month. One list for each naming in use. */
  readonly months: readonly (readonly string[])[];
  /** Weekdays, and other words that may stand beside a date without changing it; bars separate them. */
  readonly beside: string;
  /** Endings of ordinal numbers that may follow a day; bars separate them. */
  readonly ordinals?: string;
  /** What follows a time of the twelve-hour clock; bars separate spellings. */
  readonly halves?: { readonly am: string; readonly pm: string };
  /** Names of time zones, with their offset from UTC. */
  readonly zones?: Readonly<Record<string, string>>;
  /** Twelve months of another calendar, as in `months`; `era` is what follows a year of it. */
  readonly otherCalendars?: readonly {
    readonly calendar: 'islamic-umalqura' | 'persian';
    readonly months: readonly string[];
    readonly era?: string;
  }[];
}

/**
 * Labels of a scraped page; all are compared after folding. `also` introduces another article, `updated` a date that
 * counts only where there is no `date`.
 */
export type PageLabel =
  | 'title'
  | 'date'
  | 'updated'
  | 'source'
  | 'author'
  | 'section'
  | 'keywords'
  | 'url'
  | 'body'
  | 'also';
export type PageLabels = Readonly<Partial<Record<PageLabel, readonly string[]>>>;

/** The fields of an article that a record can fill. `summary` is the body of a record without another one. */
export const COLUMNS = [
  'id',
  'title',
  'body',
  'summary',
  'url',
  'source',
  'publishedAt',
  'keywords',
  'authors',
  'section',
  'image',
  'language',
] as const;
export type Column = (typeof COLUMNS)[number];
/**
 * Names of columns by the field they hold, the most specific first; compared in lower case without diacritics, spaces,
 * hyphens, underscores and dots.
 */
export type ColumnNames = Readonly<Partial<Record<Column, readonly string[]>>>;
