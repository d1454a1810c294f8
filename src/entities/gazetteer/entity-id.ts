/** Ids of entities, made from their names. */
import { foldLatin } from '../../analysis/folding/latin.ts';
import { romanised } from '../transliteration/letters.ts';

/** Longest name in an id. */
const LONGEST = 60;

/** A name in lower-case ASCII letters, digits and hyphens; empty if it has no letter that can be written so. */
export function slugOf(name: string): string {
  const latin = /^[\p{Script=Latin}\P{L}]+$/u.test(name) ? name : romanised(name);
  return foldLatin(latin.toLowerCase())
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}

/** The name among those of an entity that an id is made from: in Latin letters if there is one. */
export function nameForId(names: Readonly<Record<string, readonly string[]>>): string {
  const all = Object.values(names).flat();
  return names.en?.[0] ?? all.find((name) => /^[\p{Script=Latin}\P{L}]+$/u.test(name)) ?? all[0] ?? '';
}
