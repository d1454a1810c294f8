/**
 * Meilisearch's filter expressions as conditions of the port. One pass, no backtracking.
 * Reference: Meilisearch, Filter expression reference.
 */

import type { TimeZone } from '../../common/time-zone.ts';
import type { Condition, Period } from '../../engines/conditions.ts';
import { type DeclaredFacets, type Facet, FIXED_FACETS } from '../../engines/facets.ts';
import { meilisearchError } from './errors.ts';
import { facetOfAttribute } from './facets.ts';

/** Attributes that documents can be filtered by, beside declared ones: the facets, and the time of publication. */
export const FILTERABLE = [...FIXED_FACETS, 'publishedAt'] as const;

/** Longest expression in code units, deepest nesting, and most conditions and values of a request. */
const MAX_LENGTH = 10_000;
const MAX_DEPTH = 20;
const MAX_SIZE = 500;

/** Attributes that have a list of values in a document, which may be empty. The others are null if they are absent. */
const LISTS: readonly string[] = ['lang', 'entity', 'keywords'];

/**
 * The condition of `filter`: an expression, or a list of expressions, of which a nested list is one of any. Blank
 * expressions filter nothing. `zone` decides when a day begins, `declared` names further facets. @throws LisanError with
 * this code.
 */
export function conditionOf(
  filter: unknown,
  zone: TimeZone,
  declared: DeclaredFacets = [],
  code = 'invalid_search_filter',
): Condition | undefined {
  const budget = { left: MAX_SIZE };
  const one = (part: unknown): Condition[] => {
    if (typeof part !== 'string') throw wrong('it must be made of strings and of lists of strings');
    return part.trim() === '' ? [] : [new Parser(part, budget, zone, declared).parse()];
  };
  const any = (parts: readonly unknown[]): Condition[] => {
    const conditions = parts.flatMap(one);
    return conditions.length === 0 ? [] : [{ any: conditions }];
  };
  try {
    if (filter === undefined || filter === null) return undefined;
    if (!Array.isArray(filter)) return one(filter)[0];
    const parts = filter.flatMap((part) => (Array.isArray(part) ? any(part) : one(part)));
    return parts.length === 0 ? undefined : { all: parts };
  } catch (thrown) {
    throw thrown instanceof WrongFilter
      ? meilisearchError(code, `The filter is invalid: ${thrown.message}.`)
      : thrown;
  }
}

class WrongFilter extends Error {}

/** White space, then a quoted text, a sign, or a bare word. */
const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(!=|>=|<=|[=<>()[\],])|([^\s=<>!()[\],"']+))/suy;

interface Token {
  /** A quoted text is never a keyword. */
  kind: 'text' | 'word' | 'sign' | 'end';
  value: string;
}

class Parser {
  readonly #tokens: Token[];
  readonly #budget: { left: number };
  readonly #zone: TimeZone;
  readonly #declared: DeclaredFacets;
  #at = 0;

  constructor(text: string, budget: { left: number }, zone: TimeZone, declared: DeclaredFacets) {
    if (text.length > MAX_LENGTH) throw wrong(`it is longer than ${MAX_LENGTH} characters`);
    this.#tokens = tokensOf(text);
    this.#budget = budget;
    this.#zone = zone;
    this.#declared = declared;
  }

  parse(): Condition {
    const condition = this.#any(0);
    const { kind, value } = this.#peek();
    if (kind !== 'end') throw wrong(`${JSON.stringify(value)} is not expected`);
    return condition;
  }

  #any(depth: number): Condition {
    const parts = [this.#all(depth)];
    while (this.#takes('OR')) parts.push(this.#all(depth));
    return parts.length === 1 ? parts[0]! : { any: parts };
  }

  #all(depth: number): Condition {
    const parts = [this.#not(depth)];
    while (this.#takes('AND')) parts.push(this.#not(depth));
    return parts.length === 1 ? parts[0]! : { all: parts };
  }

  #not(depth: number): Condition {
    if (depth > MAX_DEPTH) throw wrong(`it is nested deeper than ${MAX_DEPTH}`);
    if (this.#takes('NOT')) return { not: this.#not(depth + 1) };
    if (!this.#takes('(')) return this.#condition();
    const inside = this.#any(depth + 1);
    this.#expect(')');
    return inside;
  }

  #condition(): Condition {
    if (--this.#budget.left < 0) throw wrong(`it has more than ${MAX_SIZE} conditions and values`);
    const attribute = this.#value();
    if (attribute.startsWith('_geo')) throw wrong('places on the map are not supported');
    const label = facetOfAttribute(attribute, this.#declared);
    if (label === undefined && attribute !== 'publishedAt') {
      throw wrong(
        `attribute ${JSON.stringify(attribute)} is not filterable; filterable are ${[...FILTERABLE, ...this.#declared].join(', ')}`,
      );
    }
    // Every document has every attribute: as null, or as an empty list, if there is no value.
    const [everything, nothing]: Condition[] = [{ all: [] }, { any: [] }];
    if (this.#takes('EXISTS')) return everything!;
    if (this.#takes('NOT')) {
      if (this.#takes('EXISTS')) return nothing!;
      this.#expect('IN');
      return { not: this.#values(label, this.#list()) };
    }
    if (this.#takes('IN')) return this.#values(label, this.#list());
    if (this.#takes('IS')) {
      const not = this.#takes('NOT');
      const isNull = this.#takes('NULL');
      if (!isNull && !this.#takes('EMPTY')) throw wrong('after IS comes NULL or EMPTY');
      const hasValue: Condition = label === undefined ? { published: {} } : { facet: label };
      // A list without values is empty and not null; a missing text or date is null and not empty.
      if (LISTS.includes(attribute) === isNull) return not ? everything! : nothing!;
      return not ? hasValue : { not: hasValue };
    }
    if (this.#takes('=')) return this.#values(label, [this.#value()]);
    if (this.#takes('!=')) return { not: this.#values(label, [this.#value()]) };
    if (label !== undefined) throw wrong(`${attribute} has no order; use =, != or IN`);
    if (this.#takes('>=')) return published({ from: seconds(this.#value(), this.#zone) });
    if (this.#takes('>')) return published({ from: seconds(this.#value(), this.#zone) + 1 });
    if (this.#takes('<=')) return published({ before: seconds(this.#value(), this.#zone) + 1 });
    if (this.#takes('<')) return published({ before: seconds(this.#value(), this.#zone) });
    const from = seconds(this.#value(), this.#zone);
    this.#expect('TO');
    return published({ from, before: seconds(this.#value(), this.#zone) + 1 });
  }

  #values(label: Facet | undefined, values: readonly string[]): Condition {
    if (label !== undefined) return { facet: label, values };
    return {
      any: values
        .map((value) => seconds(value, this.#zone))
        .map((at) => published({ from: at, before: at + 1 })),
    };
  }

  #list(): string[] {
    this.#expect('[');
    const values: string[] = [];
    while (!this.#takes(']')) {
      if (--this.#budget.left < 0) throw wrong(`it has more than ${MAX_SIZE} conditions and values`);
      values.push(this.#value());
      if (!this.#takes(',') && this.#peek().value !== ']')
        throw wrong('values of a list must be separated by commas');
    }
    return values;
  }

  #value(): string {
    const { kind, value } = this.#peek();
    if (kind !== 'text' && kind !== 'word') {
      throw wrong(
        kind === 'end' ? 'something is missing at its end' : `${JSON.stringify(value)} is not expected`,
      );
    }
    this.#at++;
    return value;
  }

  /** Passes over a sign or a keyword; keywords are the same in any case. */
  #takes(wanted: string): boolean {
    const { kind, value } = this.#peek();
    const found = kind === 'sign' ? value === wanted : kind === 'word' && value.toUpperCase() === wanted;
    if (found) this.#at++;
    return found;
  }

  #expect(wanted: string): void {
    if (!this.#takes(wanted))
      throw wrong(`${wanted} is missing before ${JSON.stringify(this.#peek().value)}`);
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', value: '' };
  }
}

const published = (period: Period): Condition => ({ published: period });

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const before = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (found === null) throw wrong(`${JSON.stringify(text.slice(before, before + 20))} cannot be read`);
    const [, double, single, sign, word] = found;
    const quoted = double ?? single;
    if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted.replace(/\\(.)/gsu, '$1') });
    else if (sign !== undefined) tokens.push({ kind: 'sign', value: sign });
    else tokens.push({ kind: 'word', value: word! });
  }
  return tokens;
}

/** Seconds since 1970: a number of them, or an ISO date or instant. */
function seconds(value: string, zone: TimeZone): number {
  if (/^-?\d{1,11}(?:\.\d+)?$/.test(value)) return Math.floor(Number(value));
  const parsed = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?$/.test(value)
    ? zone.secondsOf(value)
    : Number.NaN;
  if (Number.isNaN(parsed)) {
    throw wrong(
      `publishedAt is compared with seconds since 1970 or with a date, not with ${JSON.stringify(value)}`,
    );
  }
  return parsed;
}

const wrong = (reason: string): WrongFilter => new WrongFilter(reason);
