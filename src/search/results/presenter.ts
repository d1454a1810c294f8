/** Presents documents as hits: the stored article with its entities and highlights. */
import type { Hit } from '../../answers/search.ts';
import type { Archive } from '../../archive/archive.ts';
import type { StoredArticle } from '../../common/types.ts';
import { type AnnotatedPassage, annotate } from '../../document/annotate.ts';
import { WordMarks } from '../../document/word-marks.ts';
import type { Gazetteer } from '../../entities/gazetteer/gazetteer.ts';
import type { Tagger } from '../../entities/tagger/tagger.ts';
import type { RankedDocument } from '../execution/documents.ts';
import type { QueryClause } from '../query/query.ts';
import { hashesOf } from '../ranking/matches.ts';
import type { SearchRequest } from '../request.ts';
import { type EntityOf, entityByHash } from './entity-names.ts';
import { withGlosses } from './glosses.ts';
import { highlight, nearestPassage } from './highlighter.ts';
import { TokenRestorer } from './restored-tokens.ts';
import { summaryOf } from './summary.ts';

export interface PresenterParts {
  /** File of the operator's own terms; see `termList`. */
  terms?: string;
  archive: Archive;
  gazetteer: Gazetteer;
  tagger: Tagger;
}

/** `languages`: of which passages are shown first. `glosses`: tell what marked words are in the client's language. */
type Shown = Pick<SearchRequest, 'language' | 'explain'> & { languages: readonly string[]; glosses: boolean };

export class Presenter {
  readonly #parts: PresenterParts;
  readonly #entityOf: EntityOf;
  readonly #room = WordMarks.room();

  constructor(parts: PresenterParts) {
    this.#parts = parts;
    this.#entityOf = entityByHash(parts.gazetteer);
  }

  /**
   * The hits of documents that are still in the archive. `indexedUpTo`: the change up to which articles are indexed by
   * this version of the analysis; only their forward index is that of their text.
   */
  hits(
    documents: readonly RankedDocument[],
    clauses: readonly QueryClause[],
    indexedUpTo: number,
    request: Shown,
  ): Hit[] {
    const articles = this.#parts.archive.getMany(documents.map(({ id }) => id));
    const finding = clauses.filter(({ optional }) => !optional);
    const restorer = new TokenRestorer(
      hashesOf(finding),
      this.#entityOf,
      this.#parts.tagger.limits,
      this.#room,
    );
    return documents.flatMap((document) => {
      const article = articles.get(document.id);
      if (article === undefined) return [];
      const { forwardIndex } = document;
      const restored =
        article.sequence <= indexedUpTo && forwardIndex !== undefined
          ? restorer.passages(article, forwardIndex)
          : undefined;
      const passages = restored ?? annotate(article, this.#parts.tagger);
      return [this.#hit(article, passages, document, clauses, request)];
    });
  }

  #hit(
    article: StoredArticle,
    passages: readonly AnnotatedPassage[],
    { score, duplicates, missing, similar, pinned, nearPassage }: RankedDocument,
    clauses: readonly QueryClause[],
    { language, explain, languages, glosses }: Shown,
  ): Hit {
    const { gazetteer, tagger } = this.#parts;
    const highlights =
      nearPassage === undefined
        ? highlight(article, passages, clauses, languages)
        : nearestPassage(article, passages, nearPassage);
    return {
      ...summaryOf(article, passages, gazetteer, language, tagger.limits),
      score: score?.total ?? null,
      duplicates,
      ...(pinned && { pinned }),
      missing,
      similar,
      ...(nearPassage !== undefined && { meaning: true as const }),
      highlights: glosses ? withGlosses(highlights, passages, language, this.#parts) : highlights,
      ...(explain && score !== null && { explanation: score }),
    };
  }
}
