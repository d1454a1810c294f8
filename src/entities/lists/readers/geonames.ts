/**
 * GeoNames (https://download.geonames.org/export/dump/readme.txt): `cities*.txt` or a country, one place a line with 19
 * fields; and `alternateNamesV2.txt`, names by language of places that another file has.
 */
import { linesOf } from '../../../ingest/lines.ts';
import type { ListReader } from '../listed.ts';
import { defined, type ListedName } from '../listed.ts';
import { knownLanguage, languageOfName } from '../name-language.ts';

const FIELDS = 19;
/** Countries, cities and administrative areas, and what else news speak of: waters, islands, mountains, roads are left out. */
const FEATURE_CLASSES = 'PATHL';

export const cities: ListReader = {
  name: 'geonames',
  matches: (_, head) => /^\d+\t(?:[^\t\n]*\t){5}[A-Z]\t/.test(head.replace(/^\uFEFF/, '')),
  async *read(source) {
    let line = 0;
    for await (const text of linesOf(source.text())) {
      line++;
      if (text?.trim() === '') continue;
      const fields = text?.split('\t') ?? [];
      const [id = '', name = '', ascii = '', alternate = '', , , featureClass = ''] = fields;
      if (fields.length !== FIELDS || !/^\d+$/.test(id) || name.trim() === '') {
        yield { broken: { line, reason: `it has ${fields.length} of ${FIELDS} fields, or no id or name` } };
        continue;
      }
      if (!FEATURE_CLASSES.includes(featureClass)) {
        yield { left: { reason: `a place of class ${featureClass || '(none)'}`, example: name } };
        continue;
      }
      const names: ListedName[] = [{ name, language: languageOfName(name) ?? 'en' }];
      if (ascii !== '' && ascii !== name) names.push({ name: ascii, language: 'en' });
      // Without languages, only names in another script are worth having; codes and other spellings are not.
      for (const other of alternate.split(',')) {
        const language = languageOfName(other);
        if (language === 'ar' || language === 'ru') names.push({ name: other, language, weak: true });
      }
      yield { entity: { key: `geonames:${id}`, type: 'place', names } };
    }
  },
};

/** Codes instead of languages that are links or no names. */
const NO_NAMES = new Set([
  'post',
  'link',
  'iata',
  'icao',
  'faac',
  'tcid',
  'unlc',
  'phon',
  'piny',
  'fr_1793',
  'abbr',
]);
const SET = '1';

export const alternateNames: ListReader = {
  name: 'geonames-names',
  last: true,
  matches: (_, head) => /^\d+\t\d+\t[a-zA-Z_-]{0,7}\t[^\t\n]+\t/.test(head.replace(/^\uFEFF/, '')),
  async *read(source) {
    let line = 0;
    for await (const text of linesOf(source.text())) {
      line++;
      if (text?.trim() === '') continue;
      const [row = '', place = '', code = '', name = '', preferred, short, colloquial, historic] =
        text?.split('\t') ?? [];
      if (!/^\d+$/.test(row) || !/^\d+$/.test(place) || name.trim() === '') {
        yield { broken: { line, reason: 'it has no two ids and a name' } };
        continue;
      }
      const key = `geonames:${place}`;
      const item =
        code === 'wkdt' ? /^Q\d+$/.exec(name)?.[0] : /\/(Q\d+)$/.exec(code === 'link' ? name : '')?.[1];
      if (item !== undefined) yield { names: { key, names: [], sameAs: [`wikidata:${item}`] } };
      if (code === 'wkdt' || NO_NAMES.has(code)) continue;
      const language = code === '' ? languageOfName(name) : knownLanguage(code, name);
      if (language === undefined) continue;
      const weak =
        colloquial === SET || historic === SET || (short === SET && preferred !== SET) || code === '';
      yield { names: { key, names: [defined<ListedName>({ name, language, weak: weak || undefined })] } };
    }
  },
};
