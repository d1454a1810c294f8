/**
 * A plain table: columns `name` and, as far as there are any, `id`, `type`, `language`, `aliases` (separated by | or ;),
 * `wikidata`, `description`. Rows with the same id are one entity, so that a name of each language has a row.
 */
import { createHash } from 'node:crypto';
import { ENTITY_TYPES, type Entity } from '../../gazetteer/gazetteer.ts';
import type { ListReader } from '../listed.ts';
import { defined, type ListedEntity, type ListedName } from '../listed.ts';
import { knownLanguage, languageOfName } from '../name-language.ts';
import { columnsOf, tableRows } from './table-rows.ts';

const TYPES: Readonly<Record<string, Entity['type']>> = {
  ...Object.fromEntries(ENTITY_TYPES.map((type) => [type, type])),
  per: 'person',
  people: 'person',
  loc: 'place',
  location: 'place',
  city: 'place',
  org: 'organisation',
  organization: 'organisation',
  company: 'organisation',
};

export const table: ListReader = {
  name: 'csv',
  matches: (name, head) =>
    /\.(?:csv|tsv)$/.test(name) || columnsOf(head).some((column) => /^name$/i.test(column)),
  async *read(source, options) {
    for await (const piece of tableRows(source)) {
      if ('broken' in piece) {
        yield piece;
        continue;
      }
      const row = Object.fromEntries(
        Object.entries(piece.row).map(([column, value]) => [column.toLowerCase(), value]),
      );
      const { id = '', name = '', language = '', aliases = '', wikidata = '', description = '' } = row;
      const type = TYPES[(row.type ?? '').toLowerCase()] ?? (row.type ? undefined : options.type);
      if (name === '') {
        yield {
          broken: { line: piece.line, reason: 'it has no name (columns: id,type,name,language,aliases)' },
        };
        continue;
      }
      if (type === undefined) {
        yield {
          left: {
            reason: row.type
              ? `the type ${row.type} is none of ${ENTITY_TYPES.join(', ')}`
              : 'no type: add a column, or --type',
            example: name,
          },
        };
        continue;
      }
      const names = [name, ...aliases.split(/[|;]/)].flatMap((text): ListedName[] => {
        const trimmed = text.trim();
        const known = language === '' ? languageOfName(trimmed) : knownLanguage(language, trimmed);
        return trimmed === '' || known === undefined ? [] : [{ name: trimmed, language: known }];
      });
      if (names.length === 0) {
        yield {
          left: { reason: `names in ${language || 'letters'} that lisan does not know`, example: name },
        };
        continue;
      }
      const own = /^(?:person|place|organisation|event)-[a-z0-9-]+$/.test(id) && id.startsWith(`${type}-`);
      const hash = createHash('sha256').update(`${type} ${name}`).digest('base64url').slice(0, 12);
      yield {
        entity: defined<ListedEntity>({
          key: `csv:${id === '' ? hash : id}`,
          id: own ? id : undefined,
          type,
          names,
          sameAs: /^Q\d+$/.test(wikidata || id) ? [`wikidata:${wikidata || id}`] : undefined,
          description: description === '' ? undefined : { [names[0]!.language!]: description },
        }),
      };
    }
  },
};
