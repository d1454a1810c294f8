/**
 * Verification of a whole database: SQLite's own check of the structure of each table, and the checksum of each row. Works
 * through the tables in steps, so that it can be paused, and resumed by another process.
 */
import { DatabaseSync } from 'node:sqlite';
import { rowChecksum } from './row-checksum.ts';
import type { DatabaseKind } from './sqlite.ts';

/** Before the first row of a table. */
const FIRST = -(2 ** 53) + 1;
/** Rows of one step. */
const STEP_ROWS = 200;

/** The columns that the checksum of a table covers, if they are not all columns but `checksum`. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = { deletions: ['number'] };

/** Where a verification is: after the row with this number of a table. */
export interface VerifyPoint {
  table: string;
  row: number;
}

export interface Damage {
  table: string;
  /** What is wrong. */
  message: string;
  /** The damaged row; missing if the structure of the table is damaged. */
  row?: Record<string, unknown>;
}

export interface VerifyStep {
  /** Rows read so far in this run, and their bytes. */
  rows: number;
  bytes: number;
  /** Where to resume after this step. */
  point: VerifyPoint;
  damage: Damage[];
}

/**
 * Verifies a database step by step. What is damaged is part of the steps. `from`: where an earlier run stopped.
 * @throws an error of SQLite if the file cannot be read at all.
 */
export function* verifySteps(
  database: DatabaseSync,
  kind: DatabaseKind,
  from?: VerifyPoint,
): Generator<VerifyStep> {
  let rows = 0;
  let bytes = 0;
  const tables = tablesOf(database);
  if (from === undefined) {
    const damage = [...schemaDamage(tables, kind), ...numberDamage(database, tables)];
    if (damage.length > 0) yield { rows, bytes, point: { table: '', row: 0 }, damage };
  }
  for (const { name, columns, byRowid } of tables) {
    if (from !== undefined && name < from.table) continue;
    let after = from?.table === name ? from.row : FIRST;
    if (after === FIRST) {
      const damage = structureDamage(database, name);
      yield { rows, bytes, point: { table: name, row: FIRST }, damage };
      // The rows of such a table cannot be relied on to be read in order.
      if (damage.length > 0) continue;
    }
    if (!columns.includes('checksum')) continue;
    const summed = EXCEPTIONS[name] ?? columns.filter((column) => column !== 'checksum');
    // A table without row numbers is read as a whole; only small rows are in such tables.
    const read = byRowid
      ? database.prepare(
          `SELECT rowid AS at, * FROM ${name} WHERE rowid > ? ORDER BY rowid LIMIT ${STEP_ROWS}`,
        )
      : database.prepare(`SELECT ? AS at, * FROM ${name}`);
    for (let found = true; found; ) {
      found = false;
      const damage: Damage[] = [];
      for (const row of read.iterate(after)) {
        found = byRowid;
        after = Number(row.at);
        rows++;
        bytes += sizeOf(row);
        if (!isIntact(row, summed)) damage.push({ table: name, message: `a row of ${name} is damaged`, row });
      }
      yield { rows, bytes, point: { table: name, row: after }, damage };
    }
  }
}

/** All damage of a database that is small, or not in use. */
export function verifyAll(database: DatabaseSync, kind: DatabaseKind): Damage[] {
  return [...verifySteps(database, kind)].flatMap(({ damage }) => damage);
}

interface Table {
  name: string;
  columns: string[];
  byRowid: boolean;
  sql: string;
}

/** In order of their names. */
function tablesOf(database: DatabaseSync): Table[] {
  const rows = database
    .prepare(
      `SELECT name, wr, sql FROM pragma_table_list JOIN sqlite_schema USING (name) WHERE schema = 'main' AND sqlite_schema.type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all();
  const columns = database.prepare('SELECT name FROM pragma_table_info(?)');
  return rows.map((row) => ({
    name: String(row.name),
    columns: columns.all(String(row.name)).map(({ name }) => String(name)),
    byRowid: row.wr === 0,
    sql: String(row.sql),
  }));
}

/** What the definitions of the tables should be and are not. Their order of columns may be that of an upgrade. */
function schemaDamage(tables: readonly Table[], kind: DatabaseKind): Damage[] {
  const model = new DatabaseSync(':memory:');
  try {
    model.function('row_checksum', { varargs: true }, rowChecksum as never);
    model.exec(kind.schema);
    const shape = ({ name, columns, byRowid }: Table): string =>
      JSON.stringify([name, [...columns].sort(), byRowid]);
    const wanted = tablesOf(model).map(shape);
    const there = new Set(tables.map(shape));
    return wanted
      .filter((table) => !there.has(table))
      .map((table) => ({ table, message: `the definition of a table is damaged: ${table}` }));
  } finally {
    model.close();
  }
}

/** Tables whose next row number was given before. */
function numberDamage(database: DatabaseSync, tables: readonly Table[]): Damage[] {
  return tables
    .filter(({ sql }) => sql.includes('AUTOINCREMENT'))
    .filter(({ name }) => {
      const last = database.prepare(`SELECT max(rowid) AS n FROM ${name}`).get()?.n ?? 0;
      const next = database.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').get(name)?.seq ?? 0;
      return Number(next) < Number(last);
    })
    .map(({ name }) => ({ table: name, message: `the next number of ${name} is damaged` }));
}

/** What SQLite says about the pages of a table and its indexes. */
function structureDamage(database: DatabaseSync, table: string): Damage[] {
  return database
    .prepare(`PRAGMA integrity_check(${table})`)
    .all()
    .map((row) => String(Object.values(row)[0]))
    .filter((message) => message !== 'ok')
    .map((message) => ({ table, message }));
}

function isIntact(row: Record<string, unknown>, summed: readonly string[]): boolean {
  return rowChecksum(...summed.map((column) => row[column] as string)) === row.checksum;
}

function sizeOf(row: Record<string, unknown>): number {
  let size = 0;
  for (const value of Object.values(row)) {
    if (typeof value === 'string') size += value.length;
    else if (typeof value === 'object' && value !== null) size += (value as Uint8Array).byteLength;
    else size += 8;
  }
  return size;
}
