/** What matching gives. */
import type { Candidates } from '../engine.ts';

/** Document numbers of the requested page in order, and counts over all matches. */
export interface MatchedDocuments {
  page: number[];
  total: number;
  facets: Candidates['facets'];
}
