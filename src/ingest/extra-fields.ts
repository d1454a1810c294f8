/** Values of a record that are not fields of an article: stored by name, within limits. */
import type { FieldValue } from '../common/types.ts';

export const MAX_FIELDS = 40;
/** In UTF-16 code units. */
export const MAX_FIELD_NAME_LENGTH = 64;
export const MAX_FIELD_VALUE_LENGTH = 2_000;
export const MAX_FIELD_LIST_LENGTH = 100;

/** Collects the further fields of one record. */
export class ExtraFields {
  readonly values: Record<string, FieldValue> = {};
  /** Names of values that could not be kept. */
  readonly unused: string[] = [];
  #count = 0;

  /** Objects are kept by their members, one level deep: `geo.lat`. Empty values are no values. */
  add(name: string, value: unknown, depth = 0): void {
    const kept = keptValue(value);
    if (kept === 'empty') return;
    if (kept !== undefined && name.length <= MAX_FIELD_NAME_LENGTH && name !== '__proto__') {
      if (this.#count < MAX_FIELDS || Object.hasOwn(this.values, name)) {
        if (!Object.hasOwn(this.values, name)) this.#count++;
        this.values[name] = kept;
        return;
      }
    } else if (depth === 0 && typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const members = Object.entries(value);
      if (members.length <= MAX_FIELDS) {
        for (const [member, inner] of members) this.add(`${name}.${member}`, inner, 1);
        return;
      }
    }
    this.unused.push(name);
  }

  /** The values; `undefined` if there are none. */
  get result(): Record<string, FieldValue> | undefined {
    return this.#count > 0 ? this.values : undefined;
  }
}

function keptValue(value: unknown): FieldValue | 'empty' | undefined {
  if (value === null || value === undefined || value === '') return 'empty';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'string') {
    if (value.trim() === '') return 'empty';
    return value.length <= MAX_FIELD_VALUE_LENGTH ? value : undefined;
  }
  if (!Array.isArray(value)) return undefined;
  if (value.length === 0) return 'empty';
  if (value.length > MAX_FIELD_LIST_LENGTH) return undefined;
  const items: (string | number)[] = [];
  for (const item of value) {
    const kept = Array.isArray(item) ? undefined : keptValue(item);
    if (kept === 'empty') continue;
    if (typeof kept !== 'string' && typeof kept !== 'number') return undefined;
    items.push(kept);
  }
  return items.length === 0 ? 'empty' : items;
}
