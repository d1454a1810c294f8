/**
 * How often each entity is mentioned, by language, month and spelling. Part of the docstore: the counts of each document
 * are stored so that they can be subtracted, and the sums per entity so that they can be read without counting.
 */
import { rowChecksum } from '../../common/row-checksum.ts';
import type { Statement, Statements } from '../../common/sqlite.ts';
import type { DocStoreBatch } from '../batch/batch.ts';
import type { EntityMentions } from '../engine.ts';
import { requireIntact } from '../index-broken.ts';
import type { RecordMention } from '../index-record.ts';

export const MENTIONS_SCHEMA = `
  CREATE TABLE mentions (number INTEGER PRIMARY KEY, month TEXT NOT NULL, list TEXT NOT NULL, checksum INTEGER NOT NULL);
  CREATE TABLE mention_months (
    entity TEXT, language TEXT, month TEXT, mentions INTEGER NOT NULL, checksum INTEGER NOT NULL, PRIMARY KEY (entity, language, month)
  ) WITHOUT ROWID;
  CREATE TABLE mention_spellings (
    entity TEXT, language TEXT, spelling TEXT, mentions INTEGER NOT NULL, checksum INTEGER NOT NULL, PRIMARY KEY (entity, language, spelling)
  ) WITHOUT ROWID;`;

export class MentionCounts {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** Adds the counts of a batch whose first document has the number `first`. Inside a transaction. */
  add(first: number, batch: DocStoreBatch['mentions']): void {
    const insert = this.#prepare('INSERT INTO mentions VALUES (?, ?, ?, ?)');
    const sums = new Sums();
    for (const { place, month, mentions } of batch) {
      const row = [first + place, month, JSON.stringify(mentions)] as const;
      insert.run(...row, rowChecksum(...row));
      sums.add(mentions, month, 1);
    }
    this.#write(sums);
  }

  /** Subtracts the counts of a document. */
  delete(number: number): void {
    const row = this.#prepare('DELETE FROM mentions WHERE number = ? RETURNING *').get(number);
    if (row === undefined) return;
    requireIntact('mentions', row.checksum, row.number, row.month, row.list);
    const sums = new Sums();
    sums.add(JSON.parse(String(row.list)), String(row.month), -1);
    this.#write(sums);
  }

  /** Ids of the entities that a document mentions, by its number. */
  mentionedBy(number: number): string[] {
    const row = this.#prepare('SELECT * FROM mentions WHERE number = ?').get(number);
    if (row === undefined) return [];
    requireIntact('mentions', row.checksum, row.number, row.month, row.list);
    const list: RecordMention[] = JSON.parse(String(row.list));
    return [...new Set(list.map(({ entity }) => entity))];
  }

  /** See `IndexMetadata.unlistedBeginning`. */
  unlistedBeginning(begun: string, limit: number): string[] {
    if (!/^[a-z0-9-]*$/.test(begun)) return [];
    // The first asterisk is the type, and words between it and the one that begins so.
    return this.#prepare(
      `SELECT entity FROM mention_months WHERE entity >= 'unlisted-' AND entity < 'unlisted.' AND entity GLOB ?
       GROUP BY entity HAVING sum(mentions) > 0 ORDER BY sum(mentions) DESC, entity LIMIT ?`,
    )
      .all(`unlisted-*-${begun}*`, limit)
      .map(({ entity }) => String(entity));
  }

  /** See `IndexMetadata.mentions`. */
  of(entity: string): EntityMentions {
    const months = this.#prepare(`SELECT * FROM mention_months WHERE entity = ? ORDER BY month, language`)
      .all(entity)
      .filter(isMentioned);
    const spellings = this.#prepare(
      `SELECT * FROM mention_spellings WHERE entity = ?
       ORDER BY mentions DESC, spelling`,
    )
      .all(entity)
      .filter(isMentioned);
    return {
      months: months.map(({ language, month, mentions }) => ({
        month: month === '' ? null : String(month),
        language: String(language),
        mentions: Number(mentions),
      })),
      spellings: spellings.map(({ language, spelling, mentions }) => ({
        spelling: String(spelling),
        language: String(language),
        mentions: Number(mentions),
      })),
    };
  }

  #write(sums: Sums): void {
    for (const [table, kind] of [
      ['mention_months', 'months'],
      ['mention_spellings', 'spellings'],
    ] as const) {
      const third = table === 'mention_months' ? 'month' : 'spelling';
      const find = this.#prepare(
        `SELECT mentions, checksum FROM ${table} WHERE entity = ? AND language = ? AND ${third} = ?`,
      );
      const write = this.#prepare(`INSERT OR REPLACE INTO ${table} VALUES (?, ?, ?, ?, ?)`);
      for (const [entity, language, value, by] of sums.each(kind)) {
        const known = find.get(entity, language, value);
        if (known !== undefined)
          requireIntact('mentions', known.checksum, entity, language, value, known.mentions);
        const row = [entity, language, value, Number(known?.mentions ?? 0) + by] as const;
        write.run(...row, rowChecksum(...row));
      }
    }
  }

  #prepare(sql: string): Statement {
    return this.#statements.prepare(sql);
  }
}

/** Whether a sum is above 0. @throws LisanError `index_broken` if its row is damaged. */
function isMentioned(row: Record<string, unknown>): boolean {
  const { checksum, ...values } = row;
  requireIntact('mentions', checksum, ...Object.values(values));
  return Number(row.mentions) > 0;
}

/** Amounts to add to the sums of an entity in a language, by month and by spelling. */
interface Amounts {
  months: Map<string, number>;
  spellings: Map<string, number>;
}

/** Amounts to add to the sums, by entity and language. */
class Sums {
  readonly #amounts = new Map<string, Map<string, Amounts>>();

  add(mentions: readonly RecordMention[], month: string, sign: 1 | -1): void {
    for (const { entity, language, spelling, count } of mentions) {
      const { months, spellings } = this.#of(entity, language);
      bump(months, month, sign * count);
      bump(spellings, spelling, sign * count);
    }
  }

  /** The amounts of one kind in the order of their table, so that neighbours come one after the other. */
  *each(
    kind: keyof Amounts,
  ): Generator<readonly [entity: string, language: string, value: string, by: number]> {
    for (const [entity, languages] of inOrder(this.#amounts))
      for (const [language, amounts] of inOrder(languages))
        for (const [value, by] of inOrder(amounts[kind])) yield [entity, language, value, by];
  }

  #of(entity: string, language: string): Amounts {
    let languages = this.#amounts.get(entity);
    if (languages === undefined) {
      languages = new Map();
      this.#amounts.set(entity, languages);
    }
    let amounts = languages.get(language);
    if (amounts === undefined) {
      amounts = { months: new Map(), spellings: new Map() };
      languages.set(language, amounts);
    }
    return amounts;
  }
}

const inOrder = <V>(map: ReadonlyMap<string, V>): [string, V][] =>
  map.size === 1 ? [...map] : [...map].sort(([a], [b]) => (a < b ? -1 : 1));

function bump(sums: Map<string, number>, key: string, by: number): void {
  sums.set(key, (sums.get(key) ?? 0) + by);
}
