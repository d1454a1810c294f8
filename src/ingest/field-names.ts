/** What the fields of an article are called in records of every format (JSON, CSV, spreadsheets), in all languages. */
import { foldArabic } from '../analysis/folding/arabic.ts';
import { foldLatin } from '../analysis/folding/latin.ts';
import { COLUMNS, type Column } from '../analysis/language.ts';
import { LANGUAGES } from '../analysis/languages/list.ts';

export const RECORD_FIELDS = COLUMNS;
export type RecordField = Column;

export interface NamedField {
  field: RecordField;
  /** Of several names in one record the one with the lowest rank counts; of several bodies the longest one. */
  rank: number;
}

const FIELD_OF = new Map<string, NamedField>(
  LANGUAGES.flatMap(({ columnNames = {} }) =>
    Object.entries(columnNames).flatMap(([field, names]) =>
      names.map((name, rank): [string, NamedField] => [
        foldName(name),
        { field: field as RecordField, rank },
      ]),
    ),
  ),
);

/** The field that a name stands for. */
export function fieldOf(name: string): NamedField | undefined {
  return FIELD_OF.get(foldName(name));
}

/** Lower case, without diacritics, spaces, hyphens, underscores and dots. */
export function foldName(name: string): string {
  const lower = name.normalize('NFKC').replaceAll('İ', 'i').toLowerCase();
  const plain = foldLatin(lower.replace(/[\p{Cf}\u0640]/gu, ''));
  return (/\p{Script=Arabic}/u.test(plain) ? foldArabic(plain) : plain).replace(/[\s_.-]/g, '');
}
