/** What a language of the interface says: one file in `catalogues/` for each language of `languages.ts`. */
import type { FixedFacet, ListedFacet } from '../../engines/facets.ts';
import type { MarkKind, NoticeCode, RelaxationKind } from '../api/types.ts';
import type { EntityType } from '../entity/types.ts';
import type { InterfaceLanguage } from './languages.ts';
import type { Plural } from './plural.ts';

/** Loads the texts of a language. Each is a file of its own, so that a visit loads one language and not all. */
export async function loadCatalogue(language: InterfaceLanguage): Promise<Catalogue> {
  const module: { catalogue: Catalogue } = await import(`./catalogues/${language}.ts`);
  return module.catalogue;
}

/** Parts of the query language that the help explains. */
export type SyntaxTopic =
  | 'words'
  | 'phrase'
  | 'near'
  | 'exclude'
  | 'either'
  | 'group'
  | 'begins'
  | 'typo'
  | 'title'
  | 'language'
  | 'source'
  | 'date'
  | 'period';

/** Fields of an article that versions differ in. */
export type ArticleField =
  | 'title'
  | 'body'
  | 'url'
  | 'source'
  | 'publishedAt'
  | 'publishedText'
  | 'section'
  | 'image'
  | 'language'
  | 'keywords'
  | 'authors';

/** Errors that the page explains in its own words: codes of the service, and groups of them. */
export type ErrorTopic =
  | 'key_missing'
  | 'key_wrong'
  | 'key_forbidden'
  | 'invalid_query'
  | 'invalid_parameter'
  | 'document_unknown'
  | 'document_damaged'
  | 'entity_unknown'
  | 'too_many_requests'
  | 'overloaded'
  | 'index'
  | 'engine'
  | 'unknown';

export interface Catalogue {
  readonly search: string;
  readonly searchHint: string;
  readonly clear: string;
  readonly skip: string;
  readonly skipToFilters: string;
  readonly skipToContent: string;
  readonly articles: Plural;
  readonly atLeast: string;
  readonly latest: string;
  readonly results: string;
  readonly didYouMean: string;
  readonly loading: string;

  readonly sort: string;
  readonly sorts: { readonly relevance: string; readonly newest: string; readonly oldest: string };
  readonly exactOnly: string;
  /** The switch for translations, and the languages in which there are articles: `{languages}`. */
  readonly across: string;
  readonly alsoIn: string;
  readonly filters: string;
  readonly activeFilters: Plural;
  readonly clearFilters: string;
  readonly removeFilter: string;
  readonly facets: Readonly<Record<ListedFacet & FixedFacet, string>>;
  readonly more: Plural;
  readonly fewer: string;

  readonly time: string;
  readonly timeHelp: string;
  readonly timeRange: string;
  readonly timeFrom: string;
  readonly timeUntil: string;
  readonly from: string;
  readonly to: string;
  readonly anyTime: string;
  /** `{example}` is a day as the language writes it. */
  readonly dateProblem: string;
  readonly periods: {
    readonly title: string;
    readonly today: string;
    readonly week: string;
    readonly month: string;
    readonly year: string;
  };

  readonly legend: string;
  readonly wordLegend: string;
  readonly kinds: Readonly<Record<MarkKind, string>>;
  /** Completes "{marked} - …" in why a hit was found; `{word}` is the word of the query. */
  readonly reasons: Readonly<Record<MarkKind, string>>;
  readonly why: string;
  readonly whyNothing: string;
  readonly scoreWords: string;
  readonly scoreProximity: string;
  readonly scoreDensity: string;
  readonly scoreSum: string;
  readonly scoreCoverage: string;
  readonly scoreFreshness: string;
  readonly scoreBrevity: string;
  readonly scoreDemotion: string;
  readonly scoreMeaning: string;
  readonly scoreTotal: string;

  /** How a search was relaxed, by the most important way. `{text}` is what articles need not have. */
  readonly relaxed: Readonly<Record<RelaxationKind, string>> & { readonly insist: string };
  readonly strictOnly: string;
  readonly strictOff: string;
  /** An article that editors put first, and how many they left out. */
  readonly pinned: string;
  readonly hidden: Plural;
  readonly missing: string;
  readonly similarOnly: string;
  /** Parts of the query that were not taken as typed; `{text}` is the part. */
  readonly notices: Readonly<Record<NoticeCode, string>>;
  /** Hits that lack a part of the query, beside those that match. */
  readonly partial: Plural;
  /** Hits that are found by their meaning, beside those that match. */
  readonly byMeaning: Plural;
  /** Of a hit that is found by its meaning only. */
  readonly similarMeaning: string;
  readonly meaningUnavailable: string;

  readonly suggestions: string;
  readonly recent: string;
  readonly recentNote: string;
  readonly forget: string;
  readonly forgetAll: string;

  readonly types: Readonly<Record<EntityType, string>>;
  readonly typeLegend: string;
  readonly names: string;
  readonly spellings: string;
  /** Of a name that articles have and the list does not. */
  readonly notListed: string;
  readonly listedOnly: string;
  /** Before the spellings of a name. */
  readonly seenAs: string;
  readonly mentionsOverTime: string;
  readonly appearsWith: string;
  readonly latestMentions: string;
  readonly mentionedIn: Plural;

  readonly original: string;
  /** Of an article that exceeds the limits of the analysis. */
  readonly truncated: string;
  readonly samePage: string;
  readonly similar: string;
  readonly mentions: string;
  readonly times: Plural;
  /** Marks of a hit that are in none of its passages. */
  readonly moreMarks: Plural;
  readonly marks: Plural;
  readonly nextMark: string;
  readonly previousMark: string;
  /** Before the languages of a mixed article. */
  readonly firstLanguage: string;
  readonly asPrinted: string;
  readonly otherLanguages: string;
  readonly nextMention: string;
  readonly mentionPosition: string;
  readonly back: string;
  readonly undated: string;
  readonly keywords: string;
  readonly copies: Plural;
  readonly sameText: string;
  readonly showCopies: string;

  readonly previous: string;
  readonly next: string;
  readonly page: string;

  readonly emptyTitle: string;
  readonly emptyHints: readonly string[];
  readonly errorTitle: string;
  readonly errors: Readonly<Record<ErrorTopic, string>>;
  readonly errorDetails: string;
  readonly retry: string;
  readonly key: string;
  readonly useKey: string;
  readonly follow: string;
  readonly offlineTitle: string;
  readonly offlineText: string;
  readonly stale: string;
  readonly queryProblem: string;
  readonly missingTitle: string;
  readonly noPageTitle: string;
  readonly noPageText: string;
  readonly toSearch: string;

  readonly settings: string;
  readonly interfaceLanguage: string;
  readonly theme: string;
  readonly themes: { readonly auto: string; readonly light: string; readonly dark: string };
  readonly keys: string;
  readonly keyHelp: {
    readonly focus: string;
    readonly move: string;
    readonly open: string;
    readonly back: string;
  };
  readonly slashKey: string;
  readonly apiDocs: string;
  /** The pages for those who run the archive. */
  readonly admin: string;
  readonly close: string;

  readonly help: {
    readonly title: string;
    readonly intro: string;
    readonly example: string;
    readonly meaning: string;
    /** A query to try, in words of the language. */
    readonly examples: Readonly<Record<SyntaxTopic, string>>;
    /** What the example finds. */
    readonly meanings: Readonly<Record<SyntaxTopic, string>>;
  };
  readonly advanced: {
    readonly title: string;
    readonly all: string;
    readonly phrase: string;
    readonly any: string;
    readonly none: string;
    readonly where: string;
    readonly anywhere: string;
    readonly inTitle: string;
    readonly anyLanguage: string;
    readonly anySource: string;
    readonly submit: string;
  };

  readonly export: {
    readonly title: string;
    readonly csv: string;
    readonly jsonl: string;
    readonly ris: string;
    readonly bib: string;
    readonly html: string;
    /** `{n}`: most articles of one file. */
    readonly limit: string;
  };
  /** Names or words over time. */
  readonly compare: {
    readonly title: string;
    readonly intro: string;
    /** `{n}`: which one. */
    readonly word: string;
    readonly by: string;
    readonly kinds: Readonly<Record<'date' | 'lang' | 'source', string>>;
    readonly share: string;
    readonly show: string;
    readonly all: string;
    readonly none: string;
  };
  /** The versions of an article. */
  readonly versions: {
    readonly title: string;
    /** Above an article that has earlier versions. */
    readonly changed: string;
    readonly toArticle: string;
    /** `{n}`: which one. */
    readonly version: string;
    readonly present: string;
    readonly first: string;
    readonly removed: string;
    readonly added: string;
    readonly onlyChanges: string;
    /** Where too much changed to compare words. */
    readonly coarse: string;
    readonly leftOut: Plural;
    readonly fields: Readonly<Record<ArticleField, string>>;
  };
  /** Who appears with whom. */
  readonly together: {
    readonly title: string;
    /** `{name}`: the entity that the others appear with. */
    readonly around: string;
    readonly intro: string;
    /** `{n}`: pairs that are drawn. */
    readonly lines: string;
    readonly types: string;
    readonly pair: string;
    readonly both: string;
    readonly association: string;
    /** What the measure is, with its source. */
    readonly measure: string;
    /** A pair: `{a}`, `{b}`. */
    readonly and: string;
    /** Lines of pairs that are together less often than by chance. */
    readonly rare: string;
    readonly leftOut: Plural;
    readonly none: string;
    readonly table: string;
  };
  /** A list of queries. */
  /** What a person with the right key decides about an entity. */
  readonly decide: Readonly<
    Record<
      | 'open'
      | 'title'
      | 'intro'
      | 'same'
      | 'search'
      | 'merge'
      | 'spellings'
      | 'split'
      | 'here'
      | 'nobody'
      | 'another'
      | 'correct'
      | 'decided'
      | 'merged'
      | 'wasSplit'
      | 'corrected'
      | 'undo'
      | 'kept'
      | 'failed',
      string
    >
  >;
  readonly batch: {
    readonly title: string;
    /** `{n}`: most queries of a list. */
    readonly intro: string;
    readonly queries: string;
    readonly file: string;
    readonly download: string;
    readonly running: string;
  };
  /** Saved searches, and new articles by mail. */
  readonly following: {
    readonly title: string;
    readonly name: string;
    readonly save: string;
    readonly saved: string;
    /** Articles that came in since the last look. */
    readonly fresh: Plural;
    readonly nothing: string;
    readonly done: string;
    /** `{n}`: most searches that can be saved. */
    readonly full: string;
    readonly mail: string;
    readonly address: string;
    readonly interval: string;
    /** Completes `interval`, by minutes. */
    readonly intervals: Readonly<Record<15 | 60 | 1440 | 10080, string>>;
    readonly send: string;
    readonly sent: string;
  };
  readonly cite: {
    /** A title within a reference. */
    readonly quoted: string;
    readonly title: string;
    readonly copyText: string;
    readonly copyLink: string;
    readonly copied: string;
    readonly accessed: string;
  };
}
