/**
 * lisan as a library: everything that a program may import from the package. What is not exported here may change with
 * every version.
 */

export type { Form, Language, TokenFilter } from './analysis/language.ts';
export type { TogetherAnswer } from './answers/together.ts';
export { LisanError } from './common/errors.ts';
export type { Article, ReadProblem, StoredArticle } from './common/types.ts';
export type { Decision, ListedDecision } from './entities/decisions/decision.ts';
export type { ReindexReport } from './indexing/reindex.ts';
export type { IngestOptions, IngestReport } from './ingest/ingest.ts';
export { type AnalyzedText, type AnalyzedWord, analyze } from './library/analyze.ts';
export {
  type AddReport,
  type ArticleRecord,
  addArticles,
  deleteArticle,
  getArticle,
  ingest,
} from './library/articles.ts';
export { decideEntities, entityDecisions, takeBackEntityDecision } from './library/decisions.ts';
export { type Edits, editPins, editSynonyms } from './library/editing.ts';
export { type EmbedOptions, embed } from './library/embed.ts';
export { openService, type Settings } from './library/open.ts';
export { reindex } from './library/reindex.ts';
export { type SearchOptions, search } from './library/search.ts';
export { type TogetherOptions, together } from './library/together.ts';
export type { EmbedReport } from './meaning/meaning.ts';
export type { ListedRule, PinRule } from './search/pins/pin-list.ts';
export type { Hit, SearchResponse } from './search/searcher.ts';
export type { ListedSynonym, Synonym } from './search/synonyms/synonym-list.ts';
export type { Service } from './service/service.ts';
