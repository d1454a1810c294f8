/**
 * A language of your own, tried on a text before it is added to lisan: `node custom-language.ts`. Azerbaijani, with two
 * endings only. What is indexed knows the languages of `src/analysis/languages/registry.ts`.
 */
import { analyze, type Language } from 'lisan';

const azerbaijani: Language = {
  code: 'az',
  name: 'Azərbaycanca',
  script: 'Latn',
  dir: 'ltr',
  iso3: 'aze',
  number: 255,
  stemmed: true,
  preferred: false,
  entityNames: false,
  indicativeLetters: 'əƏ',
  tokenFilters: [
    { name: 'lower case with i and ı', form: 'exact', apply: (word) => word.toLocaleLowerCase('az') },
    { name: 'ə as e', form: 'folded', apply: (word) => word.replaceAll('ə', 'e') },
    {
      name: 'plural and place',
      form: 'stem',
      apply: (word) => word.replace(/(?<=.{2})(?:lar|ler|da|de)+$/, ''),
    },
    { name: 'first five letters', form: 'root', apply: (word) => word.slice(0, 5) },
  ],
  stopWords: ['və', 'ilə'],
};

for (const { word, stop, steps } of analyze('Şəhərlərdə və kəndlərdə', { language: azerbaijani }).words) {
  const forms = steps.map(({ form, value }) => `${form} ${value}`);
  console.log(`${word}${stop ? ' (stop word)' : ''}: ${forms.join(', ')}`);
}
