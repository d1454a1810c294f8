/** Maps of field names (`--map`) are kept in the archive by the path they were given for, and used again for it. */
import { resolve } from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { LisanError } from '../common/errors.ts';
import { RECORD_FIELDS } from './field-names.ts';
import { type FieldMap, isMapTarget } from './record.ts';

const SETTING = 'map ';

/** Parses `title=headline`. @throws LisanError `invalid_option`. */
export function parseMapEntry(text: string): [field: string, name: string] {
  const equals = text.indexOf('=');
  const field = text.slice(0, equals).trim();
  const name = text.slice(equals + 1).trim();
  if (equals > 0 && name !== '' && isMapTarget(field)) return [field, name];
  throw new LisanError({
    code: 'invalid_option',
    message: `--map ${text} does not say which field of the records fills which field of an article.`,
    remedy: `Write FIELD=NAME, with one of ${RECORD_FIELDS.join(', ')} or fields.NAME as FIELD.`,
  });
}

/** The map that was last given for a path; an empty one if there was none. */
export function keptMap(archive: Archive, path: string): FieldMap {
  const value = archive.setting(SETTING + resolve(path));
  return value === undefined ? {} : (JSON.parse(value) as FieldMap);
}

/** Keeps the map of a path; an empty one is forgotten. */
export function keepMap(archive: Archive, path: string, map: FieldMap): void {
  const isEmpty = Object.keys(map).length === 0;
  archive.setSetting(SETTING + resolve(path), isEmpty ? undefined : JSON.stringify(map));
}
