/**
 * Entities of Wikidata as its dumps have them: one JSON object a line (https://www.wikidata.org/wiki/Help:JSON).
 * The type follows from `instance of`, and where that class is not in the table from properties that only one type has.
 * An item of no type gives its labels only, which are the titles of positions.
 */
import type { Entity } from '../../gazetteer/gazetteer.ts';
import type { ListReader } from '../listed.ts';
import { dateOf, defined, type ListedEntity, type ListedName } from '../listed.ts';
import { knownLanguage } from '../name-language.ts';
import { isObject, type Json, jsonLines, listIn, objectIn } from './json-lines.ts';
import { typeOfClass } from './wikidata-types.ts';

/** Properties that tell a type, in the order in which they are asked. */
const BY_PROPERTY: readonly (readonly [Entity['type'], readonly string[]])[] = [
  // Date of birth, sex, occupation, given name.
  ['person', ['P569', 'P21', 'P106', 'P735']],
  // Headquarters, industry, chief executive, stock exchange, legal form, chairperson, political ideology.
  ['organisation', ['P159', 'P452', 'P169', 'P414', 'P1454', 'P488', 'P1142']],
  // Point in time, start and end time together with a participant are events; coordinates alone are places.
  ['event', ['P585', 'P710']],
  ['place', ['P625', 'P131', 'P36']],
];

const INSTANCE_OF = 'P31';
const POSITION_HELD = 'P39';
const [BEGIN, END] = ['P580', 'P582'];
/** Birth and death; inception and dissolution; start and end, or the day, of an event. */
const FROM = ['P569', 'P571', 'P580', 'P585'];
const TO = ['P570', 'P576', 'P582', 'P585'];

export const wikidataEntities: ListReader = {
  name: 'wikidata',
  matches: (_, head) =>
    /^\s*\[?\s*\{[^\n]{0,4000}"(?:labels|claims|sitelinks)"\s*:/.test(head) && /"id"\s*:\s*"Q\d+"/.test(head),
  async *read(source, options) {
    for await (const piece of jsonLines(source)) {
      if ('broken' in piece) {
        yield piece;
        continue;
      }
      const { value, line } = piece;
      const { id } = value;
      if (typeof id !== 'string' || !/^Q\d+$/.test(id)) {
        if (typeof id === 'string' && /^[PL]\d+$/.test(id))
          yield { left: { reason: 'a property or lexeme, no entity', example: id } };
        else yield { broken: { line, reason: 'it has no id like Q42' } };
        continue;
      }
      const key = `wikidata:${id}`;
      const names = namesIn(value);
      const type = typeOf(value) ?? options.type;
      if (type === undefined) {
        yield { names: { key, names } };
        continue;
      }
      yield { entity: { key, type, names, ...factsOf(value) } };
    }
  },
};

function factsOf(value: Json): Partial<ListedEntity> {
  const descriptions = Object.entries(objectIn(value, 'descriptions')).flatMap(([code, text]) => {
    const said = isObject(text) ? text.value : text;
    const language = typeof said === 'string' ? knownLanguage(code, said) : undefined;
    return language === undefined || language !== code ? [] : [[language, said as string]];
  });
  const holds = claims(value, POSITION_HELD).flatMap((claim) => {
    const position = itemOf(claim);
    if (position === undefined || claim.rank === 'deprecated') return [];
    const qualifiers = objectIn(claim, 'qualifiers');
    const when = (property: string): string | undefined => timeOf(listIn(qualifiers, property)[0]);
    return [
      defined<{ position: string; from?: string; to?: string }>({
        position: `wikidata:${position}`,
        from: when(BEGIN!),
        to: when(END!),
      }),
    ];
  });
  const first = (properties: readonly string[]): string | undefined => {
    for (const property of properties) {
      const time = timeOf(objectIn(claims(value, property)[0] ?? {}, 'mainsnak'));
      if (time !== undefined) return time;
    }
    return undefined;
  };
  const dates = defined<{ from?: string; to?: string }>({ from: first(FROM), to: first(TO) });
  return defined<Partial<ListedEntity>>({
    description: descriptions.length === 0 ? undefined : Object.fromEntries(descriptions),
    holds: holds.length === 0 ? undefined : holds,
    dates: Object.keys(dates).length === 0 ? undefined : dates,
  });
}

/** Labels first; aliases follow. */
function namesIn(value: Json): ListedName[] {
  const names: ListedName[] = [];
  for (const field of ['labels', 'aliases']) {
    for (const [code, some] of Object.entries(objectIn(value, field))) {
      for (const one of Array.isArray(some) ? some : [some]) {
        const name = isObject(one) ? one.value : one;
        if (typeof name !== 'string') continue;
        const language = knownLanguage(code, name);
        if (language !== undefined) names.push({ name, language });
      }
    }
  }
  return names;
}

function typeOf(value: Json): Entity['type'] | undefined {
  for (const claim of claims(value, INSTANCE_OF)) {
    const type = typeOfClass(itemOf(claim) ?? '');
    if (type !== undefined) return type;
  }
  const all = objectIn(value, 'claims');
  return BY_PROPERTY.find(([, properties]) => properties.some((property) => property in all))?.[0];
}

/** The statements of a property, the preferred ones first. */
function claims(value: Json, property: string): Json[] {
  const all = listIn(objectIn(value, 'claims'), property).filter(isObject);
  return [
    ...all.filter(({ rank }) => rank === 'preferred'),
    ...all.filter(({ rank }) => rank !== 'preferred' && rank !== 'deprecated'),
  ];
}

/** The item that a statement has as its value. */
function itemOf(claim: Json): string | undefined {
  const { id, 'numeric-id': number } = objectIn(objectIn(objectIn(claim, 'mainsnak'), 'datavalue'), 'value');
  if (typeof id === 'string' && /^Q\d+$/.test(id)) return id;
  return typeof number === 'number' ? `Q${number}` : undefined;
}

/** Wikidata's precision of a time: a year, a month. */
const YEAR = 9;
const MONTH = 10;

function timeOf(snak: unknown): string | undefined {
  if (!isObject(snak)) return undefined;
  const { time, precision } = objectIn(objectIn(snak, 'datavalue'), 'value');
  const date = typeof time === 'string' ? dateOf(time) : undefined;
  if (typeof precision !== 'number' || date === undefined) return date;
  if (precision < YEAR) return undefined;
  return date.slice(0, precision === YEAR ? 4 : precision === MONTH ? 7 : 10);
}
