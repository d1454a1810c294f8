/** The shape of the messages that every language of the interface has. */

import type { MarkKind } from '../../answers/passage.ts';
import type { ListedFacet } from '../../engines/facets.ts';

/** One text for each plural category of the language (CLDR); `{n}` stands for the number. */
export type Plural = {
  readonly [category in Intl.LDMLPluralRule]?: string;
} & { readonly other: string };

export interface Messages {
  readonly search: string;
  readonly searchHint: string;
  readonly clear: string;
  readonly skip: string;
  readonly articles: Plural;
  readonly atLeast: string;
  readonly latest: string;
  readonly results: string;
  readonly didYouMean: string;
  readonly loading: string;

  readonly sort: string;
  readonly sorts: { readonly relevance: string; readonly newest: string; readonly oldest: string };
  readonly exactOnly: string;
  readonly filters: string;
  readonly activeFilters: Plural;
  readonly clearFilters: string;
  readonly removeFilter: string;
  readonly facets: Readonly<Record<ListedFacet, string>>;
  readonly more: Plural;
  readonly fewer: string;

  readonly time: string;
  readonly timeHelp: string;
  readonly timeRange: string;
  readonly from: string;
  readonly to: string;
  readonly anyTime: string;

  readonly legend: string;
  readonly kinds: Readonly<Record<MarkKind, string>>;
  /** Completes "{marked} - …" in why a hit was found; `{word}` is the word of the query. */
  readonly reasons: Readonly<Record<MarkKind, string>>;
  readonly why: string;
  readonly whyNothing: string;
  readonly scoreWords: string;
  readonly scoreProximity: string;
  readonly scoreCoverage: string;
  readonly scoreFreshness: string;
  readonly scoreTotal: string;

  readonly suggestions: string;
  readonly recent: string;
  readonly recentNote: string;
  readonly forget: string;
  readonly forgetAll: string;

  readonly types: Readonly<Record<'person' | 'place' | 'organisation' | 'event', string>>;
  readonly names: string;
  readonly spellings: string;
  readonly mentionsOverTime: string;
  readonly appearsWith: string;
  readonly latestMentions: string;
  readonly mentionedIn: Plural;
  readonly allMentions: string;
  readonly about: string;

  readonly original: string;
  readonly samePage: string;
  readonly similar: string;
  readonly mentions: string;
  readonly times: Plural;
  readonly nextMention: string;
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
  readonly retry: string;
  readonly key: string;
  readonly useKey: string;
  readonly follow: string;
  readonly offlineTitle: string;
  readonly offlineText: string;
  readonly stale: string;
  readonly queryProblem: string;
  readonly missingTitle: string;

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
}
