/**
 * Derives data/gazetteer/cldr/places.jsonl from the Unicode CLDR: `node scripts/places.ts`. It reads scripts/cldr/cldr.json,
 * which scripts/cldr/extract.ts makes: names of countries, territories and regions come from `cldr-localenames-full`, of
 * cities from the exemplar cities of time zones in `cldr-dates-full`, and which city is in which country from `cldr-core`.
 * A test fails if the file differs from what this script makes.
 * Data © 1991-2026 Unicode, Inc., Unicode License V3 (data/gazetteer/cldr/LICENSE).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Extract } from './cldr/extract.ts';

const LANGUAGES = ['ar', 'tr', 'en', 'ru'] as const;
type Language = (typeof LANGUAGES)[number];
type Names = Record<Language, string[]>;

const CLDR: Extract = JSON.parse(readFileSync(new URL('cldr/cldr.json', import.meta.url), 'utf8'));

export const PLACES_FILE = new URL('../data/gazetteer/cldr/places.jsonl', import.meta.url);

/** Continents and parts of them that news speaks of; the rest of CLDR's numbered regions are statistical. */
const REGIONS = [
  '142',
  '143',
  '145',
  '150',
  '151',
  '154',
  '155',
  '202',
  '419',
  '002',
  '003',
  '005',
  '013',
  '015',
];
REGIONS.push('011', '014', '017', '029', '030', '034', '035', '009', '039');
/** Codes of organisations, of pseudo-locales, and of places that are nobody's home. */
const NO_PLACES =
  /^(?:\d+|EU|EZ|UN|XA|XB|ZZ|QO|AC|AQ|BV|CC|CP|CQ|CX|DG|EA|HM|IC|IO|NF|PN|SJ|TA|TF|TK|UM|GS|WF)$/;
/** Territories whose short name is the usual one. */
const SHORT_FIRST = ['HK', 'MM', 'MO', 'PS'];

/** Zones of these areas; of the Americas, where many are small towns, only the large ones. */
const AREAS = /^(?:Europe|Asia|Africa|Australia)\/[^/]+$/;
const LARGE =
  /^(?:America\/(?:New_York|Los_Angeles|Chicago|Detroit|Toronto|Vancouver|Mexico_City|Tijuana|Monterrey|Sao_Paulo|Buenos_Aires|Bogota|Lima|Santiago|Caracas|Havana|Montevideo|Asuncion|La_Paz|Managua|Tegucigalpa|Port-au-Prince|Santo_Domingo|Anchorage|Edmonton|Winnipeg)|Pacific\/(?:Auckland|Honolulu))$/;
/** Zones named after no city, after a station, or written with a remark that is no name. */
const NO_CITIES =
  /\/(?:Hebron|Kamchatka|Sakhalin|Isle_of_Man|Lord_Howe|Lindeman|Eucla|Broken_Hill|Busingen|Khandyga|Ust-Nera|Srednekolymsk|Hovd|Samara|Oral|Vatican)$/;

/** Abbreviations of Russian geography, in full. */
const IN_FULL: readonly [RegExp, string][] = [
  [/(^|\s)о-ва(?=\s|$)/, '$1острова'],
  [/(^|\s)о-в(?=\s|$)/, '$1остров'],
  [/(^|\s)Св\.(?=\s)/, '$1Святой'],
];

const REGION = {
  ar: 'منطقة من العالم',
  tr: 'Dünya bölgesi',
  en: 'Region of the world',
  ru: 'Регион мира',
};
const COUNTRY = {
  ar: 'دولة أو إقليم',
  tr: 'Ülke veya bölge',
  en: 'Country or territory',
  ru: 'Страна или территория',
};
const CITY = { ar: 'مدينة', tr: 'Şehir', en: 'City', ru: 'Город' };

interface Place {
  id: string;
  type: 'place';
  names: Partial<Names>;
  related?: string[];
  description: Record<Language, string>;
}

/** Every place, in a stable order. */
export function places(): Place[] {
  const countries = territories();
  const owners = new Map<string, string>();
  for (const { id, names } of countries.values())
    for (const language of LANGUAGES)
      for (const name of names[language] ?? []) owners.set(`${language} ${name}`, id);
  const all = [...countries.values(), ...citiesOf(countries, owners)].sort((a, b) => (a.id < b.id ? -1 : 1));
  return all.map((place) => ({ ...place, names: unshared(place, all) }));
}

/** The names without those that are another place's too: the Виргинские острова are two. */
function unshared({ id, names }: Place, all: readonly Place[]): Partial<Names> {
  const own = Object.entries(names).map(([language, list]) => {
    const others = new Set(
      all.filter((other) => other.id !== id).flatMap((other) => other.names[language as Language] ?? []),
    );
    return [language, list.filter((name) => !others.has(name))] as const;
  });
  return Object.fromEntries(own.filter(([, list]) => list.length > 0));
}

/** Code of the territory -> place. */
function territories(): Map<string, Place> {
  const lists = perLanguage((language) => CLDR.territories[language]!);
  const found = new Map<string, Place>();
  for (const code of Object.keys(lists.en).sort()) {
    const region = REGIONS.includes(code);
    if (code.includes('-') || (!region && NO_PLACES.test(code))) continue;
    const names = perLanguage((language) => {
      const [plain, short, folded] = ['', '-alt-short', '-alt-variant'].map(
        (alt) => lists[language][code + alt],
      );
      const ordered = SHORT_FIRST.includes(code) ? [short, plain, folded] : [plain, folded, short];
      return [...new Set(ordered.filter((name) => name !== undefined).flatMap(spelledOut))];
    });
    const description = region ? REGION : COUNTRY;
    found.set(code, { id: `place-${slug(names.en[0]!)}`, type: 'place', names, description });
  }
  return found;
}

/** Cities, without the names that they share with a country (الجزائر is the country's), and none that only has such. */
function citiesOf(countries: ReadonlyMap<string, Place>, owners: ReadonlyMap<string, string>): Place[] {
  const lists = perLanguage((language) => CLDR.cities[language]!);
  const found: Place[] = [];
  for (const zone of Object.keys(lists.ar)) {
    if (!(AREAS.test(zone) || LARGE.test(zone)) || NO_CITIES.test(zone)) continue;
    const unnamed = zone.split('/').at(-1)!.replaceAll('_', ' ');
    const full = perLanguage((language) => spelledOut(lists[language][zone] ?? unnamed));
    const names: Partial<Names> = {};
    for (const language of LANGUAGES) {
      const own = full[language].filter((name) => !owners.has(`${language} ${name}`));
      if (own.length > 0) names[language] = own;
    }
    if (names.en === undefined) continue;
    const country = countries.get(CLDR.zoneTerritories[zone] ?? '');
    found.push({
      id: `place-${slug(names.en[0]!)}`,
      type: 'place',
      names,
      ...(country !== undefined && { related: [country.id] }),
      description: country === undefined ? CITY : cityOf(country),
    });
  }
  return found;
}

/** What a city is, without words that would have to be declined: CLDR has names in the nominative only. */
function cityOf({ names }: Place): Record<Language, string> {
  const [ar, tr, en, ru] = LANGUAGES.map((language) => names[language]![0]!);
  return { ar: `مدينة في ${ar}`, tr: `Şehir, ${tr}`, en: `City in ${en}`, ru: `Город, ${ru}` };
}

function perLanguage<T>(make: (language: Language) => T): Record<Language, T> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<Language, T>;
}

/** A name as news writes it: abbreviations in full, "and" for &, and what stands in brackets as a name of its own. */
function spelledOut(name: string): string[] {
  const whole = IN_FULL.reduce((text, [short, full]) => text.replace(short, full), name);
  const [plain, bracketed] = whole.replaceAll('&', 'and').split(/\s*[()]\s*/);
  return [plain!, ...(bracketed !== undefined && /^[\p{L}\s]{4,}$/u.test(bracketed) ? [bracketed] : [])];
}

function slug(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}|[’'.]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The text of the file. */
export function placesFile(): string {
  return `${places()
    .map((place) => JSON.stringify(place))
    .join('\n')}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(PLACES_FILE, placesFile());
