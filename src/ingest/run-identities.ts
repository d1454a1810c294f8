/**
 * What one run of ingestion has read: so that different articles with one URL both survive, and a record that replaces
 * another one of the run is reported with both places.
 */
import { contentHash, contentIdentity, identityOf, urlIdentity } from '../archive/document-id.ts';
import type { Article, ReadArticle, ReadProblem } from '../common/types.ts';

/** Articles of a run that are remembered, at about 200 bytes each. */
const MAX_REMEMBERED = 1_000_000;
/** Shares of common words below which two articles are about different things. */
const MIN_TITLE_SIMILARITY = 0.3;
const MIN_BODY_SIMILARITY = 0.3;
/** Ids that may be nothing but the number of a row. */
const ROW_NUMBER = /^\d{1,9}$/;
/** Words of a body that are compared. */
const MAX_WORDS = 2_000;

interface Place {
  file: string;
  line: number;
  hash: string;
  capturedAt: string | undefined;
}

export interface Resolved {
  /** The article to store; `undefined` if it must not be stored. */
  article?: Article;
  problem?: ReadProblem;
}

export class RunIdentities {
  readonly #seen = new Map<string, Place>();

  /** `stored`: the article that is stored under an id, or is about to be. */
  resolve(
    { article, line, capturedAt, urlClaimed = false, ...read }: ReadArticle & { file: string },
    stored: (id: string) => Article | undefined,
  ): Resolved {
    const id = identityOf(article);
    const hash = contentHash(article);
    const place: Place = { file: read.file, line, hash, capturedAt };
    const before = this.#seen.get(id);
    if (before?.hash === hash) return { article };
    const byUrl = !article.id && urlIdentity(article.url) === id;
    if (byUrl && (before !== undefined || urlClaimed)) {
      const other = stored(id);
      if (other !== undefined && contentHash(other) !== hash && areDifferent(article, other)) {
        const own = contentIdentity(article);
        this.#remember(own, place);
        return {
          article: { ...article, id: own },
          problem: remark(
            place,
            `${article.url} is also the address of a different article${before === undefined ? '' : ` (${before.file}:${before.line})`}: both are kept`,
          ),
        };
      }
    }
    // Tables and lists number their rows: the same number in two files is not the same article.
    if (ROW_NUMBER.test(article.id ?? '') && before?.file !== read.file) {
      const other = stored(id);
      if (other !== undefined && contentHash(other) !== hash && areDifferent(article, other)) {
        const own = contentIdentity(article);
        this.#remember(own, place);
        const where = before === undefined ? '' : ` (${before.file}:${before.line})`;
        const reason = `the id ${id} is also that of a different article${where}: both are kept`;
        return { article: { ...article, id: own }, problem: remark(place, reason) };
      }
    }
    if (before === undefined) {
      this.#remember(id, place);
      return { article };
    }
    if (before.capturedAt !== undefined && capturedAt !== undefined && capturedAt < before.capturedAt) {
      return {
        problem: {
          ...remark(place, `an older capture of ${article.url} than ${before.file}:${before.line}`),
          effect: 'skipped',
        },
      };
    }
    this.#remember(id, place);
    const name = byUrl ? `the same URL (${article.url})` : `the same id (${id})`;
    return {
      article,
      problem: remark(
        place,
        `replaces ${before.file}:${before.line}, which has ${name}; it is kept as a revision`,
      ),
    };
  }

  #remember(id: string, place: Place): void {
    if (this.#seen.size < MAX_REMEMBERED || this.#seen.has(id)) this.#seen.set(id, place);
  }
}

function remark({ file, line }: Place, reason: string): ReadProblem {
  return { file, line, effect: 'kept', reason };
}

/** Whether two articles have neither title nor body in common: then one is not a revision of the other. */
export function areDifferent(one: Article, other: Article): boolean {
  return (
    similarity(wordsOf(one.title), wordsOf(other.title)) < MIN_TITLE_SIMILARITY &&
    similarity(wordsOf(one.body), wordsOf(other.body)) < MIN_BODY_SIMILARITY
  );
}

/** Jaccard index of two sets; 0 if both are empty. */
function similarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  return common === 0 ? 0 : common / (one.size + other.size - common);
}

function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    words.add(word);
    if (words.size === MAX_WORDS) break;
  }
  return words;
}
