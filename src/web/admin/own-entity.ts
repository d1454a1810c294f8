/** An entity of the archive's own as the form has it, and as the service takes it. */
import { ENTITY_TYPES, type EntityType } from '../entity/types.ts';
import type { OwnEntity } from './admin-api.ts';

export interface NameRow {
  name: string;
  /** BCP 47 code. */
  language: string;
  /** It also means other things; see the gazetteer. */
  ambiguous: boolean;
}

export interface EntityDraft {
  id: string;
  /** The id is that of a line or of the gazetteer and stays. */
  fixed: boolean;
  type: EntityType;
  rows: readonly NameRow[];
  /** What the line has beside that, which stays as it is. */
  rest: Readonly<Record<string, unknown>>;
}

export const emptyRow = (language: string, name = ''): NameRow => ({ name, language, ambiguous: false });

export const emptyDraft = (language: string, name = ''): EntityDraft => ({
  id: '',
  fixed: false,
  type: 'person',
  rows: [emptyRow(language, name)],
  rest: {},
});

/** The draft of a line. */
export function draftOf({ id, type, names = {}, ambiguous = [], ...rest }: OwnEntity): EntityDraft {
  const rows = Object.entries(names).flatMap(([language, list]) =>
    list.map((name) => ({ name, language, ambiguous: ambiguous.includes(name) })),
  );
  return { id, fixed: true, type: typeOf(type), rows, rest };
}

export const typeOf = (type: string): EntityType => ENTITY_TYPES.find((known) => known === type) ?? 'person';

/** The id that was written, or one of the first name in Latin letters. */
export function idOf({ id, fixed, type, rows }: EntityDraft): string {
  const first = rows.find(({ name }) => /[a-z]/iu.test(name))?.name ?? '';
  return fixed || id !== '' ? id : idFor(type, first);
}

/** The line of a draft. */
export function lineOf(draft: EntityDraft): OwnEntity {
  const { type, rows, rest } = draft;
  const names: Record<string, string[]> = {};
  const written = rows.map((row) => ({ ...row, name: row.name.trim() })).filter(({ name }) => name !== '');
  for (const { name, language } of written) names[language] = [...(names[language] ?? []), name];
  const ambiguous = [...new Set(written.filter((row) => row.ambiguous).map(({ name }) => name))];
  return { id: idOf(draft), type, names, ...(ambiguous.length > 0 && { ambiguous }), ...rest };
}

/** An id for a name: `person-jane-doe`. Of letters that are not Latin nothing is left; the reader writes it then. */
export function idFor(type: EntityType, name: string): string {
  const words = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '');
  return `${type}-${words.join('-')}`;
}
