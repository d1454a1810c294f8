/**
 * Results of a SPARQL query, as JSON (https://www.w3.org/TR/sparql11-results-json/) or CSV. Variables, in any order; all
 * but `item` may be missing, and those of labels may have the code of a language behind them (`itemLabel_ar`):
 *
 *   item  itemLabel  itemAltLabel  itemDescription  type, class or instance  birth  death  inception  dissolved
 *   position, positionLabel  start  end
 *
 * An entity may have any number of rows. Alternative labels are separated by a comma and a space, as the label service does.
 */

import { messageOf } from '../../../common/errors.ts';
import { jsonRecords } from '../../../ingest/json-stream.ts';
import type { Entity } from '../../gazetteer/gazetteer.ts';
import type { ListReader } from '../listed.ts';
import {
  dateOf,
  defined,
  type ListedEntity,
  type ListedName,
  type ListItem,
  type ListOptions,
} from '../listed.ts';
import { knownLanguage, languageOfName } from '../name-language.ts';
import { isObject } from './json-lines.ts';
import { columnsOf, tableRows } from './table-rows.ts';
import { typeOfClass } from './wikidata-types.ts';

/** A value of a row, with the language if the result says it. */
interface Cell {
  value: string;
  language?: string;
}
type Row = ReadonlyMap<string, Cell>;

const ENTITY_ADDRESS = /(?:^|\/entity\/|\/wiki\/)(Q\d+)$/;
const TYPE_WORDS: Readonly<Record<string, Entity['type']>> = {
  human: 'person',
  person: 'person',
  place: 'place',
  city: 'place',
  country: 'place',
  organisation: 'organisation',
  organization: 'organisation',
  company: 'organisation',
  business: 'organisation',
  event: 'event',
};
const ITEM = ['item', 'entity', 'person', 'place', 'organisation', 'organization', 'city', 'event'];

export const queryResult: ListReader = {
  name: 'sparql',
  matches: (name, head) =>
    /^\s*\{\s*"head"\s*:\s*\{[^}]*"vars"/.test(head) ||
    (/\.(?:csv|tsv)$/.test(name) && /\/entity\/Q\d+/.test(head) && ITEM.includes(columnsOf(head)[0] ?? '')),
  async *read(source, options) {
    if (/\.(?:csv|tsv)(?:\.gz)?$/i.test(source.file)) {
      for await (const piece of tableRows(source)) {
        if ('broken' in piece) yield piece;
        else yield* itemsOf(cellsOfTable(piece.row), piece.line, options);
      }
      return;
    }
    try {
      for await (const { text, line } of jsonRecords(source.text(), 'results.bindings')) {
        if (text === undefined) {
          yield { broken: { line, reason: 'the row is too long' } };
          continue;
        }
        const value: unknown = JSON.parse(text);
        yield* itemsOf(cellsOfBinding(value), line, options);
      }
    } catch (thrown) {
      yield { broken: { line: 0, reason: `the rest cannot be read as JSON (${messageOf(thrown)})` } };
    }
  },
};

function cellsOfTable(row: Readonly<Record<string, string>>): Row {
  return new Map(
    Object.entries(row).flatMap(([name, value]) => (value === '' ? [] : [[name, { value }] as const])),
  );
}

function cellsOfBinding(value: unknown): Row {
  if (!isObject(value)) return new Map();
  return new Map(
    Object.entries(value).flatMap(([name, cell]) => {
      if (!isObject(cell) || typeof cell.value !== 'string') return [];
      const language = cell['xml:lang'];
      return [[name, { value: cell.value, ...(typeof language === 'string' && { language }) }] as const];
    }),
  );
}

function* itemsOf(row: Row, line: number, options: ListOptions): Generator<ListItem> {
  const variable = ITEM.find((name) => row.has(name));
  const id = ENTITY_ADDRESS.exec(row.get(variable ?? '')?.value ?? '')?.[1];
  if (variable === undefined || id === undefined) {
    yield { broken: { line, reason: 'the row has no item like http://www.wikidata.org/entity/Q42' } };
    return;
  }
  const text = (...names: string[]): string | undefined =>
    names.map((name) => row.get(name)?.value).find((value) => value !== undefined);
  const named = TYPE_WORDS[variable === 'item' || variable === 'entity' ? '' : variable];
  const said = text('type', 'class', 'instance', 'typeLabel') ?? '';
  const type =
    typeOfClass(ENTITY_ADDRESS.exec(said)?.[1] ?? '') ??
    TYPE_WORDS[said.toLowerCase()] ??
    TYPE_WORDS[(text('typeLabel') ?? '').toLowerCase()] ??
    named ??
    (row.has('birth') ? 'person' : undefined) ??
    options.type;
  const names = namesIn(row, variable);
  const key = `wikidata:${id}`;
  if (type === undefined) {
    yield { left: { reason: 'no type: give a variable `type`, or --type', example: id } };
    return;
  }
  const title = labels(row, 'position').find(({ name }) => !/^Q\d+$/.test(name));
  const dates = defined<{ from?: string; to?: string }>({
    from: dateOf(text('birth', 'inception')),
    to: dateOf(text('death', 'dissolved')),
  });
  const position = defined<{ name: Record<string, string>; from?: string; to?: string }>({
    name: title === undefined ? {} : { [title.language ?? 'en']: title.name },
    from: dateOf(text('start')),
    to: dateOf(text('end')),
  });
  const description = labels(row, variable, 'Description');
  yield {
    entity: defined<ListedEntity>({
      key,
      type,
      names,
      description:
        description.length === 0
          ? undefined
          : Object.fromEntries(description.map(({ name, language }) => [language ?? 'en', name])),
      positions: title === undefined ? undefined : [position],
      dates: Object.keys(dates).length === 0 ? undefined : dates,
    }),
  };
}

function namesIn(row: Row, variable: string): ListedName[] {
  const first = [...labels(row, variable, 'Label'), ...(row.has('label') ? labels(row, 'label', '') : [])];
  const others = ['AltLabel', 'Alias'].flatMap((ending) => labels(row, variable, ending));
  const alias = ['altLabel', 'alias'].flatMap((name) => labels(row, name, ''));
  const split = [...others, ...alias].flatMap(({ name, language }) =>
    name.split(', ').map((one) => ({ name: one, ...(language !== undefined && { language }) })),
  );
  // A label that is the id stands for none.
  return [...first, ...split].filter(({ name }) => !/^Q\d+$/.test(name));
}

/** The texts of `itemLabel`, `itemLabel_ar` and `itemLabelAr`, each with its language. */
function labels(row: Row, variable: string, ending = 'Label'): ListedName[] {
  const found: ListedName[] = [];
  for (const [name, { value, language }] of row) {
    if (!name.startsWith(variable + ending)) continue;
    const code = name.slice(variable.length + ending.length).replace(/^_/, '');
    if (code !== '' && !/^[a-z]{2}$/i.test(code)) continue;
    const known =
      knownLanguage(language ?? code, value) ??
      (language === undefined && code === '' ? languageOfName(value) : undefined);
    if (known !== undefined) found.push({ name: value, language: known });
  }
  return found;
}
