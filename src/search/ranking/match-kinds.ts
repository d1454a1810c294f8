/** The kinds of matches, in an order of their own: the closest first. */
import { FORMS } from '../../analysis/language.ts';

/** How a word of a document answers a clause of a query, the closest first. `guess`: an entity that the word may name. */
export const MATCH_KINDS = [
  ...FORMS,
  'synonym',
  'completion',
  'correction',
  'derived',
  'name',
  'entity',
  'term',
  'translation',
  'guess',
] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

export const FORM_COUNT = FORMS.length;
export const MATCH_KIND_COUNT = MATCH_KINDS.length;
