/**
 * The definite article, the only word that Arabic writes together with the noun after it and that may itself have
 * letters before it: conjunctions و ف, prepositions ب ك ل. With ل it merges into لل.
 */
import type { Article } from '../../name-rules.ts';

/** The article, on a folded word. */
export const ARTICLE = 'ال';

/** The article at the beginning of a word, with what may be written before it. The words of a name have it often. */
export const article: Article = { atBeginning: /^(?:[وفبك]?ال|لل)/, alone: ARTICLE };
