/** What a word is by itself, wherever it stands: bits that the recogniser weighs. */

import { isInDictionary } from '../../analysis/dictionary.ts';
import { scriptOf } from '../../analysis/folding/unicode.ts';
import type { Forms } from '../../analysis/forms.ts';
import { analyzerFor, LANGUAGES } from '../../analysis/languages/registry.ts';
import { CUES, type Cue } from '../../analysis/name-cues.ts';
import { lazily } from '../../common/lazily.ts';
import { looksForeign } from '../discovery/name-candidates.ts';
import { titleBits } from '../gazetteer/titles.ts';
import { isFatherWord, isParticle, withoutArticle } from '../language-rules.ts';
import { commonName, FAMILY, GIVEN, TOWN } from './common-names.ts';
import { commonStem, commonWord, latinRank } from './common-words.ts';

export const TRAITS = [
  ...CUES,
  'given',
  'family',
  'town',
  'ordinary',
  'stop',
  'title',
  'particle',
  'father',
  'article',
  'hasDefinite',
  'frequent',
  'common',
  'rare',
  'clitic',
  'nisba',
  'named',
  'foreign',
  'inflected',
  'month',
  'number',
] as const;
export type Trait = (typeof TRAITS)[number];

export const traitBit = (trait: Trait): number => 1 << TRAITS.indexOf(trait);

/** Bits of the words that languages list. */
const listed = lazily(() => {
  const byFolded = new Map<string, number>();
  const byStem = new Map<string, number>();
  for (const { code, nameCues } of LANGUAGES) {
    if (nameCues === undefined) continue;
    const analyzer = analyzerFor(code);
    for (const cue of CUES as readonly Cue[])
      for (const { forms } of analyzer.tokens(nameCues[cue])) {
        add(byFolded, forms.folded, traitBit(cue));
        add(byStem, forms.stem, traitBit(cue));
      }
  }
  for (const month of monthWords()) add(byFolded, month, traitBit('month'));
  return { byFolded, byStem };
});

function monthWords(): string[] {
  return LANGUAGES.flatMap(({ code, dates }) =>
    dates === undefined
      ? []
      : [...dates.months.flat(), dates.beside]
          .flatMap((names) => analyzerFor(code).tokens(names.replaceAll('|', ' ')))
          .map(({ forms }) => forms.folded),
  );
}

/** The traits of a word as bits, see `TRAITS`. Remembered: finding them out takes a look into a dictionary. */
export function traitsIn(forms: Forms): number {
  forms.traits ??= traitsOf(forms);
  return forms.traits;
}

function traitsOf(forms: Forms): number {
  const { folded, stem, exact } = forms;
  const arabic = scriptOf(folded.codePointAt(0) ?? 0) === 'Arab';
  const { byFolded, byStem } = listed();
  let bits = (byFolded.get(folded) ?? 0) | (byStem.get(stem) ?? 0);
  const set = (trait: Trait, is: boolean): void => {
    if (is) bits |= traitBit(trait);
  };
  const name = commonName(folded) | (arabic && /^[وفبلك]/.test(folded) ? commonName(folded.slice(1)) : 0);
  set('given', (name & GIVEN) !== 0 && !forms.stop);
  set('family', (name & FAMILY) !== 0);
  set('town', (name & TOWN) !== 0);
  set('stop', forms.stop);
  set('title', titleBits(folded) !== 0);
  set('particle', isParticle(folded));
  set('father', isFatherWord(folded));
  set('number', /^\p{N}/u.test(folded));
  if (arabic) {
    // The article has no hamza: ألاسكا.
    const bare = /^[وفبكل]?[أإآ]/.test(exact) ? undefined : withoutArticle(folded);
    set('article', bare !== undefined);
    const clitic = stem[0] !== folded[0];
    set('clitic', clitic && bare === undefined);
    set('nisba', /(?:ي|يه|يين|يون|يا)$/.test(folded) && folded.length > 4);
    set('foreign', looksForeign(folded));
    const itself = commonWord(folded);
    const defined = commonWord(bare === undefined ? `ال${folded}` : folded);
    const inner = clitic ? commonWord(folded.slice(1)) : undefined;
    set('hasDefinite', bare === undefined && defined !== undefined);
    set('frequent', itself?.commonness === 3);
    set('common', itself?.commonness === 2);
    const word = itself ?? inner ?? commonStem(stem);
    set('rare', word === undefined);
    set('ordinary', word?.ordinary === true);
    set('named', word?.name === true);
    set('inflected', itself === undefined && word !== undefined);
  } else {
    set('ordinary', isInDictionary([forms]));
    const rank = latinRank(exact);
    set('frequent', rank === 3);
    set('common', rank === 2);
    set('rare', rank === 0);
    set('foreign', /[wxq]|[^aeiou\W]{4}/.test(exact));
  }
  return bits;
}

function add(map: Map<string, number>, word: string, bits: number): void {
  map.set(word, (map.get(word) ?? 0) | bits);
}

export const hasTrait = (forms: Forms, trait: Trait): boolean => (traitsIn(forms) & traitBit(trait)) !== 0;

/** Whether a word has any of these traits. */
export const hasTraits = (forms: Forms, some: readonly Trait[]): boolean =>
  some.some((trait) => hasTrait(forms, trait));
