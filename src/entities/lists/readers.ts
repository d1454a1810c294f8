/** The formats of lists of entities. One line each. */
import type { ListReader } from './listed.ts';
import { followTheMoney, nestedTargets } from './readers/follow-the-money.ts';
import { alternateNames, cities } from './readers/geonames.ts';
import { namesText } from './readers/names-text.ts';
import { ownLines } from './readers/own-lines.ts';
import { table } from './readers/table.ts';
import { wikidataEntities } from './readers/wikidata-entities.ts';
import { queryResult } from './readers/wikidata-query.ts';

/** In the order in which they are tried. */
export const LIST_READERS: readonly ListReader[] = [
  alternateNames,
  cities,
  nestedTargets,
  followTheMoney,
  queryResult,
  wikidataEntities,
  ownLines,
  table,
  namesText,
];
