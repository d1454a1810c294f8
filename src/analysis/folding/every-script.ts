/** The filters that every language begins with, and those that it folds with besides the folding of its script. */

import { forWordsWith } from '../code-unit-set.ts';
import { withoutReferences } from '../html-references.ts';
import type { TokenFilter } from '../language.ts';
import { homoglyphs } from './homoglyphs.ts';
import { compatibility, digitGroups, digits, joined, unbroken, visible } from './unicode.ts';

const references: TokenFilter = {
  name: 'HTML references decoded',
  form: 'exact',
  apply: forWordsWith((character) => character === '&', withoutReferences),
};

/** The first filters of every language. */
export const everyExact: readonly TokenFilter[] = [references, unbroken, compatibility, visible, homoglyphs];
/** Folding in every script, besides its own. */
export const everyVariant: readonly TokenFilter[] = [joined, digits, digitGroups];
