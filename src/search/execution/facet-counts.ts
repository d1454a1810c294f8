/** The facets of single documents, from their forward index and the archive: for what an engine cannot count. */
import type { Archive } from '../../archive/archive.ts';
import type { TimeZone } from '../../common/time-zone.ts';
import type { StoredArticle } from '../../common/types.ts';
import type { ForwardIndex } from '../../document/forward-index.ts';
import { fieldTermsOf } from '../../document/terms.ts';
import { type CandidateRequest, valueLimit } from '../../engines/engine.ts';
import {
  byFacet,
  type DeclaredFacets,
  type Facet,
  type FacetCounts,
  type FacetValues,
  facetValuesOf,
  NO_FACET_VALUES,
} from '../../engines/facets.ts';
import type { Gazetteer } from '../../entities/gazetteer/gazetteer.ts';
import { type EntityOf, entityByHash } from '../results/entity-names.ts';

/** What the filters of a query are checked on. */
export interface DocumentValues {
  facets: FacetValues;
  /** See `fieldTermsOf`. */
  fieldTerms: ReadonlySet<string>;
}

/** A document without any values. */
export const NO_VALUES: DocumentValues = { facets: NO_FACET_VALUES, fieldTerms: new Set() };

/** The part of a candidate that facets are made from. */
export interface FacetedDocument {
  id: string;
  forwardIndex: ForwardIndex;
  publishedAt?: number;
}

export class FacetReader {
  readonly #archive: Archive;
  readonly #zone: TimeZone;
  readonly #declared: DeclaredFacets;
  readonly #entityOf: EntityOf;

  /** `zone`: decides in which month an article was published. */
  constructor(archive: Archive, gazetteer: Gazetteer, zone: TimeZone, declared: DeclaredFacets) {
    this.#archive = archive;
    this.#declared = declared;
    this.#zone = zone;
    this.#entityOf = entityByHash(gazetteer);
  }

  /** The values of documents, by id. */
  valuesOf(documents: readonly FacetedDocument[]): Map<string, DocumentValues> {
    const articles = this.#archive.getMany(documents.map(({ id }) => id));
    return new Map(
      documents.map((document) => {
        const article = articles.get(document.id);
        return [document.id, article === undefined ? NO_VALUES : this.#values(document, article)];
      }),
    );
  }

  /** Counts over the documents, as engines give them. */
  counts(
    documents: readonly FacetedDocument[],
    request: Pick<CandidateRequest, 'facets' | 'valuesPerFacet'>,
  ): FacetCounts {
    if (request.facets.length === 0) return {};
    const values = [...this.valuesOf(documents).values()];
    return byFacet<{ value: string; count: number }[], Facet>((facet) => {
      const counts = new Map<string, number>();
      for (const value of values.flatMap(({ facets }) => facets[facet]))
        counts.set(value, (counts.get(value) ?? 0) + 1);
      return [...counts]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        .slice(0, valueLimit(request, facet));
    }, request.facets);
  }

  #values({ id, forwardIndex, publishedAt }: FacetedDocument, article: StoredArticle): DocumentValues {
    const entities = new Set<string>();
    for (let mention = 0; mention < forwardIndex.mentionCount; mention++) {
      const entity = this.#entityOf(forwardIndex.mentionedEntity(mention), id);
      if (entity !== undefined) entities.add(entity);
    }
    const facets = facetValuesOf({
      article,
      languages: [...languagesOf(forwardIndex)],
      entities: [...entities],
      month: publishedAt === undefined ? undefined : this.#zone.dayOf(publishedAt).slice(0, 7),
      declared: this.#declared,
    });
    return { facets, fieldTerms: new Set(fieldTermsOf(article)) };
  }
}

/** The languages of the passages of title and body. */
function languagesOf(forwardIndex: ForwardIndex): Set<string> {
  const [title, keywords] = forwardIndex.lengths;
  const languages = new Set<string>();
  let passage = 0;
  const { words, passageBreak } = forwardIndex;
  for (let end = 0; end < words.length; end++) {
    if (words[end] !== passageBreak) continue;
    const inKeywords = end >= title && end < title + keywords;
    if (!inKeywords) languages.add(forwardIndex.languageOf(passage));
    passage++;
  }
  languages.delete('und');
  return languages;
}
