/**
 * Derives data/names/SCRIPT.tsv, common given and family names by script, from the locales of the Python package Faker
 * (MIT), of the npm package @faker-js/faker (MIT) and from data/names/added.txt: `node scripts/common-names.ts DIR NPM`,
 * where DIR is the unpacked wheel and NPM the folder of the npm package. Names that are written alike in folded form are
 * one line; a column says whether the name is a given name (g), a family name (f) or both (gf).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FOLDINGS } from '../src/analysis/folding/by-script.ts';
import { scriptOf } from '../src/analysis/folding/unicode.ts';
import type { Script } from '../src/analysis/language.ts';

const LOCALES = {
  Arab: ['ar_AA', 'ar_DZ', 'ar_PS', 'ar_SA', 'fa_IR'],
  Cyrl: ['ru_RU', 'uk_UA', 'bg_BG'],
  Latn: [
    ...[
      'tr_TR',
      'az_AZ',
      'en',
      'en_US',
      'en_GB',
      'en_IN',
      'en_NG',
      'de_DE',
      'de_AT',
      'fr_FR',
      'es_ES',
      'es_MX',
    ],
    ...[
      'it_IT',
      'nl_NL',
      'pt_PT',
      'pt_BR',
      'pl_PL',
      'sv_SE',
      'no_NO',
      'da_DK',
      'fi_FI',
      'cs_CZ',
      'ro_RO',
      'hu_HU',
    ],
    ...['hr_HR', 'uz_UZ', 'id_ID', 'lt_LT', 'et_EE', 'sl_SI', 'sk_SK', 'fr_DZ'],
  ],
} as const;

/** Lists that a provider assigns: `first_names_male: Tuple[str, ...] = (`. */
const LIST = /^ {4}((?:first|last)_names?\w*)(?::[^=]+)? = (?=[({[A-Z])([\s\S]*?)^ {4}[)}\]]+/gm;
/** Inhabitants of a town at least. */
const INHABITANTS = 5000;
const QUOTED = /"([^"\\]+)"|'([^'\\]+)'/g;
type Kind = 'g' | 'f' | 'p';

/** Letters of a name at least. */
const NAME_FROM = 2;

const [folder, npm, towns] = process.argv.slice(2);
if (folder === undefined || npm === undefined || towns === undefined)
  throw new Error('Say where the packages are: node scripts/common-names.ts DIR NPM');
const persons = join(folder, 'faker/providers/person');

/** Locales of the npm package: their names are of any script. */
const NPM_LOCALES = [
  'ar',
  'az',
  'cs_CZ',
  'de',
  'en',
  'es',
  'fa',
  'fr',
  'hr',
  'hu',
  'it',
  'nl',
  'pl',
  'ro',
  'ru',
  'sv',
  'tr',
  'uk',
];

const found = new Map<Script, Map<string, Set<Kind>>>(
  (Object.keys(LOCALES) as (keyof typeof LOCALES)[]).map((script) => [script, new Map()]),
);

function note(written: string, kind: Kind): void {
  const name = written.trim().normalize('NFC');
  if (name.length < NAME_FROM || !/^[\p{L}\p{M}'’-]+$/u.test(name)) return;
  const script = scriptOf(name.codePointAt(0)!);
  const kinds = found.get(script);
  if (kinds === undefined) return;
  const folded = FOLDINGS[script](name.toLowerCase());
  kinds.set(folded, (kinds.get(folded) ?? new Set()).add(kind));
}

for (const locale of Object.values(LOCALES).flat()) {
  if (!readdirSync(persons).includes(locale)) throw new Error(`Faker has no locale ${locale}.`);
  const source = readFileSync(join(persons, locale, '__init__.py'), 'utf8');
  for (const [, list, names] of source.matchAll(LIST))
    for (const [, double, single] of names!.matchAll(QUOTED))
      note((double ?? single)!, list!.startsWith('first') ? 'g' : 'f');
}
const faker = await import(pathToFileURL(join(npm, 'dist/index.js')).href);
for (const locale of NPM_LOCALES) {
  const { first_name, last_name } = faker[locale].person;
  for (const name of Object.values<string[]>(first_name ?? {}).flat()) note(name, 'g');
  for (const name of Object.values<string[]>(last_name ?? {}).flat()) note(name, 'f');
}
for (const line of readFileSync(new URL('../data/names/added.txt', import.meta.url), 'utf8').split('\n')) {
  const [kind, ...names] = line.split(' ');
  if (kind === 'given' || kind === 'family')
    for (const name of names) note(name, kind === 'given' ? 'g' : 'f');
}
const cities: { name: string; population: number }[] = createRequire(import.meta.url)(towns);
for (const { name, population } of cities) if (population >= INHABITANTS) note(name, 'p');
for (const [script, names] of found) {
  const lines = [...names]
    .map(([name, kinds]) => `${name}\t${[...kinds].sort((a, b) => (a > b ? -1 : 1)).join('')}\n`)
    .sort((a, b) => (a < b ? -1 : 1));
  writeFileSync(new URL(`../data/names/${script}.tsv`, import.meta.url), lines.join(''));
  console.log(`${script}: ${lines.length} names`);
}
