/**
 * Pinned and hidden articles of an archive: what editors put first for a query, and what they leave out. They are a setting
 * of the archive, so that backups have them, and are applied when a query is searched: a change takes effect at once and no
 * article is indexed again.
 */
import { createHash } from 'node:crypto';
import { LANGUAGES } from '../../analysis/languages/registry.ts';
import type { Archive } from '../../archive/archive.ts';
import { LisanError, messageOf } from '../../common/errors.ts';
import { normalisedQuery } from './normalised-query.ts';

/** The articles of one query. */
export interface PinRule {
  /** Plain words; every query with the same words in the same order is meant, in any case and spelling. */
  query: string;
  /** ISO 639-1 code of the readers' language for whom it holds, instead of the rule without one. */
  lang?: string;
  /** Ids of the articles that come first, in this order. */
  pinned: readonly string[];
  /** Ids of the articles that are left out. */
  hidden: readonly string[];
}

export interface ListedRule extends PinRule {
  /** The same for the same query and language. */
  id: string;
  /** Those of its articles that the archive does not have: deleted, taken down, or not there yet. */
  missing: string[];
}

const SETTING = 'pins';
/** Articles of one rule. */
export const MAX_PINNED = 10;
export const MAX_HIDDEN = 50;
export const MAX_RULES = 2000;
/** In UTF-16 code units. */
export const MAX_QUERY_LENGTH = 256;

/** The text that the archive has; equal texts are equal rules. */
export const pinsText = (archive: Archive): string => archive.setting(SETTING) ?? '[]';

const rulesIn = (archive: Archive): PinRule[] => JSON.parse(pinsText(archive)) as PinRule[];

/** In the order in which they were added. */
export const pinsIn = (archive: Archive): ListedRule[] =>
  rulesIn(archive).map((rule) => listed(archive, rule));

/** Adds rules, each in the place of the one for the same query and language, or replaces all. @throws LisanError `invalid_pins`. */
export function storePins(
  archive: Archive,
  added: readonly PinRule[],
  { replace = false } = {},
): ListedRule[] {
  const all = new Map((replace ? [] : rulesIn(archive)).map((rule) => [idOf(rule), rule]));
  const checked = added.map(checkedRule);
  for (const rule of checked) all.set(idOf(rule), rule);
  if (all.size > MAX_RULES)
    throw invalid(`An archive has pins for at most ${MAX_RULES} queries.`, 'Remove some of them.');
  keep(archive, [...all.values()]);
  return checked.map((rule) => listed(archive, rule));
}

/** False if there is none with this id. */
export function removePins(archive: Archive, id: string): boolean {
  const all = rulesIn(archive);
  const others = all.filter((rule) => idOf(rule) !== id);
  if (others.length < all.length) keep(archive, others);
  return others.length < all.length;
}

function keep(archive: Archive, rules: readonly PinRule[]): void {
  archive.setSetting(SETTING, rules.length === 0 ? undefined : JSON.stringify(rules));
}

function listed(archive: Archive, rule: PinRule): ListedRule {
  const ids = [...rule.pinned, ...rule.hidden];
  const there = archive.getMany(ids);
  return { id: idOf(rule), ...rule, missing: ids.filter((id) => !there.has(id)) };
}

function idOf({ query, lang = '' }: PinRule): string {
  const key = `${lang}\n${normalisedQuery(query) ?? ''}`;
  return createHash('sha256').update(key).digest('base64url').slice(0, 12);
}

/** Reads JSON Lines; blank ones are skipped. @throws LisanError `invalid_pins`, with the line. */
export function pinsOfLines(text: string): PinRule[] {
  return text.split(/\r?\n/u).flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      const { query, lang, pinned = [], hidden = [] } = JSON.parse(line) as Partial<PinRule>;
      return [checkedRule({ query: query ?? '', ...(lang !== undefined && { lang }), pinned, hidden })];
    } catch (thrown) {
      const remedy = thrown instanceof LisanError ? thrown.remedy : HOW;
      throw invalid(`Line ${index + 1}: ${messageOf(thrown)}`, remedy);
    }
  });
}

/** A rule as a line of a file. */
export const pinLine = ({ query, lang, pinned, hidden }: PinRule): string =>
  JSON.stringify({ query, ...(lang !== undefined && { lang }), pinned, hidden });

const HOW = 'Write it like {"query": "merkez bankası", "pinned": ["ID"], "hidden": ["ID"]}.';

/** The rule with each article once. @throws LisanError `invalid_pins`. */
function checkedRule({ query: given, lang, pinned: first, hidden: out }: PinRule): PinRule {
  const query = String(given).trim();
  if (query.length > MAX_QUERY_LENGTH)
    throw invalid(`A query with pins has at most ${MAX_QUERY_LENGTH} characters.`, 'Shorten it.');
  if (normalisedQuery(query) === undefined)
    throw invalid(
      `${JSON.stringify(query)} is no query of plain words.`,
      'Give words without operators, phrases and filters.',
    );
  if (lang !== undefined && !LANGUAGES.some(({ code }) => code === lang)) {
    const codes = LANGUAGES.map(({ code }) => code).join(', ');
    throw invalid(`${JSON.stringify(lang)} is no language.`, `Use one of ${codes}, or none.`);
  }
  if (![first, out].every((list) => Array.isArray(list) && list.every((id) => typeof id === 'string')))
    throw invalid('The articles of a query are lists of ids.', HOW);
  const [pinned, hidden] = [[...new Set(first)], [...new Set(out)]];
  if (pinned.length + hidden.length === 0) throw invalid('Nothing is pinned and nothing is hidden.', HOW);
  if (pinned.length > MAX_PINNED || hidden.length > MAX_HIDDEN)
    throw invalid(
      `A query has at most ${MAX_PINNED} pinned and ${MAX_HIDDEN} hidden articles.`,
      'Remove some of them.',
    );
  const both = pinned.find((id) => hidden.includes(id));
  if (both !== undefined)
    throw invalid(`${JSON.stringify(both)} is pinned and hidden.`, 'Take it out of one of the lists.');
  return { query, ...(lang !== undefined && { lang }), pinned, hidden };
}

/** There is no rule with this id. `remedy`: where ids are found. */
export function unknownPins(id: string, remedy: string): LisanError {
  return new LisanError({
    code: 'pins_unknown',
    message: `There are no pins ${JSON.stringify(id)}.`,
    remedy,
    status: 404,
  });
}

function invalid(message: string, remedy: string): LisanError {
  return new LisanError({ code: 'invalid_pins', message, remedy, status: 400 });
}
