/**
 * Words for what is of a place or an organisation: Ливан, ливанский, ливанец; НАТО, натовский (Wade 2011, § 156; the
 * adjectives of countries are listed in `words.ts`). A word that nobody uses finds nothing and harms nothing.
 */
import type { Form } from '../../language.ts';
import { COUNTRIES } from './words.ts';

/** Names whose adjectives are made otherwise, folded. */
const IRREGULAR = `москва московский москвич|баку бакинский бакинец|сочи сочинский|дели делийский|сша американский американец|
  оаэ эмиратский|токио токийский|чили чилийский чилиец|перу перуанский перуанец|прага пражский|рига рижский|калуга калужский|
  лейпциг лейпцигский|вологда вологодский|ялта ялтинский|алматы алматинский|хельсинки хельсинкский|осло ословский|тбилиси тбилисский|
  газа газский|йемен йеменский йеменец|кипр кипрский киприот|марокко марокканский марокканец|тунис тунисский тунисец|тайвань тайваньский тайванец|
  алжир алжирский алжирец|туркмения туркменский туркмен|туркменистан туркменский туркмен|таджикистан таджикский таджик|узбекистан узбекский узбек|
  казахстан казахстанский казахстанец|кыргызстан кыргызстанский|афганистан афганский афганец|пакистан пакистанский пакистанец|
  курдистан курдский курд|нидерланды нидерландский голландский|вьетнам вьетнамский вьетнамец`;

const LISTED = new Map(
  [...IRREGULAR.split('|'), ...COUNTRIES.split('|')].map((entry) => {
    const [name, ...words] = entry.trim().split(/\s+/) as [string, ...string[]];
    return [name, words.map((word) => (/ск$/.test(word) ? `${word}ий` : word))];
  }),
);

const VOWEL_ENDING = /[аеёийоуыэюяь]$/;
/** Letters of a name at least, from which words are made by rule. */
const LEAST_LETTERS = 4;

export function placeWords({ exact, folded, stem }: Readonly<Record<Form, string>>): string[] {
  const listed = LISTED.get(folded) ?? LISTED.get(stem);
  if (listed !== undefined) return listed;
  // An abbreviation is spoken as a word: НАТО, ООН.
  if (exact.length < LEAST_LETTERS || /о$/.test(folded))
    return [`${folded}${/о$/.test(folded) ? 'в' : 'ов'}ский`];
  const base = folded.replace(VOWEL_ENDING, '');
  const soft = base.endsWith('л') ? `${base}ь` : base;
  return [`${soft}ский`, `${base}ец`, `${base}цы`];
}
