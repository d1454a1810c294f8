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

/** Words that say of what something is a part, and change nothing: `news_body`, `Заголовок новости`, `كاتب المقال`. */
const WHOLES = new Set(
  'news article story post full raw clean plain haber haberin haberi makale makalenin yazının خبر الخبر مقال المقال المقالة новости статьи материала'
    .split(' ')
    .map(foldName),
);
/** Added to the rank of names that are known only without such words. */
const PART_RANK = 100;

/** The field that a name stands for. */
export function fieldOf(name: string): NamedField | undefined {
  const known = FIELD_OF.get(foldName(name));
  if (known !== undefined) return known;
  const words = name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').split(/[\s_.-]+/u);
  const rest = words.filter((word) => !WHOLES.has(foldName(word)));
  if (rest.length === words.length) return undefined;
  const part = FIELD_OF.get(foldName(rest.join(' ') || words.at(-1)!));
  return part && { field: part.field, rank: part.rank + PART_RANK };
}

/** Lower case, without diacritics, spaces, hyphens, underscores and dots. */
export function foldName(name: string): string {
  const lower = name.normalize('NFKC').replaceAll('İ', 'i').toLowerCase();
  const plain = foldLatin(lower.replace(/[\p{Cf}\u0640]/gu, ''));
  return (/\p{Script=Arabic}/u.test(plain) ? foldArabic(plain) : plain).replace(/[\s_.-]/g, '');
}
