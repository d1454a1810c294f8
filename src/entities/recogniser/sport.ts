/** Words of sport in any language: in a sentence about a match, towns are clubs. */
import type { Forms } from '../../analysis/forms.ts';
import { analyzerFor, LANGUAGES } from '../../analysis/languages/registry.ts';

const folded = new Set<string>();
const stems = new Set<string>();
for (const { code, nameCues } of LANGUAGES)
  if (nameCues?.sport !== undefined)
    for (const { forms } of analyzerFor(code).tokens(nameCues.sport)) {
      folded.add(forms.folded);
      stems.add(forms.stem);
    }

export const isOfSport = (forms: Forms): boolean => folded.has(forms.folded) || stems.has(forms.stem);
