/** Words of sport in any language: in a sentence about a match, towns are clubs. */

import type { Forms } from '../../analysis/forms.ts';
import { analyzerFor, LANGUAGES } from '../../analysis/languages/registry.ts';
import { lazily } from '../../common/lazily.ts';

const words = lazily(() => {
  const folded = new Set<string>();
  const stems = new Set<string>();
  for (const { code, nameCues } of LANGUAGES)
    if (nameCues?.sport !== undefined)
      for (const { forms } of analyzerFor(code).tokens(nameCues.sport)) {
        folded.add(forms.folded);
        stems.add(forms.stem);
      }
  return { folded, stems };
});

export function isOfSport(forms: Forms): boolean {
  const { folded, stems } = words();
  return folded.has(forms.folded) || stems.has(forms.stem);
}
