/** Messages with numbers, dates and names put in, as the language of the interface writes them. */
import type { InterfaceLanguage } from '../app/interface.ts';
import { MESSAGES } from './messages.ts';
import type { Messages, Plural } from './types.ts';

/** First strong isolate and its end: a name put into a sentence does not disturb the sentence's direction. */
const ISOLATE = '\u2068';
const POP = '\u2069';

export class Wording {
  readonly language: InterfaceLanguage;
  readonly messages: Messages;
  readonly #plurals: Intl.PluralRules;
  readonly #numbers: Intl.NumberFormat;
  readonly #days: Intl.DateTimeFormat;
  readonly #daysOfInstants: Intl.DateTimeFormat;
  readonly #months: Intl.DateTimeFormat;
  readonly #names: Intl.DisplayNames;
  readonly #lists: Intl.ListFormat;

  /** `timezone`: the zone in which instants are shown. */
  constructor(language: InterfaceLanguage, timezone = 'UTC') {
    this.language = language;
    this.messages = MESSAGES[language];
    this.#plurals = new Intl.PluralRules(language);
    this.#numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    const inUtc = { timeZone: 'UTC', calendar: 'gregory', year: 'numeric', month: 'long' } as const;
    this.#days = new Intl.DateTimeFormat(language, { ...inUtc, day: 'numeric' });
    this.#daysOfInstants = new Intl.DateTimeFormat(language, {
      ...inUtc,
      timeZone: timezone,
      day: 'numeric',
    });
    this.#months = new Intl.DateTimeFormat(language, inUtc);
    this.#names = new Intl.DisplayNames([language], { type: 'language' });
    this.#lists = new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' });
  }

  number(value: number): string {
    return this.#numbers.format(value);
  }

  /** A message for a number of things. */
  count(plural: Plural, n: number): string {
    return (plural[this.#plurals.select(n)] ?? plural.other).replace('{n}', this.number(n));
  }

  /** A message with texts put in, each isolated from its direction: for attributes. */
  say(message: string, values: Readonly<Record<string, string>>): string {
    return this.fill(message, values)
      .map((part) => (typeof part === 'string' ? part : `${ISOLATE}${part.value}${POP}`))
      .join('');
  }

  /** A message cut at its gaps, with what belongs into each. */
  fill<T>(message: string, values: Readonly<Record<string, T>>): (string | { value: T })[] {
    return message
      .split(/(\{\w+\})/)
      .filter((part) => part !== '')
      .map((part) => {
        const name = /^\{(\w+)\}$/.exec(part)?.[1];
        return name !== undefined && name in values ? { value: values[name]! } : part;
      });
  }

  /** A day, month or year of the Gregorian calendar: `2023-10-31`, an instant, `2023-10`, `2023`. */
  date(iso: string): string {
    const instant = iso.includes('T') ? Date.parse(iso) : Number.NaN;
    if (!Number.isNaN(instant)) return this.#daysOfInstants.format(instant);
    const [year = '', month, day] = iso.slice(0, 10).split('-');
    const time = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
    if (Number.isNaN(time)) return iso;
    if (month === undefined) return year;
    return (day === undefined ? this.#months : this.#days).format(time);
  }

  list(texts: readonly string[]): string {
    return this.#lists.format(texts);
  }

  /** The name of a language; its code where it has none. */
  languageName(code: string): string {
    if (code === 'und') return '?';
    try {
      const name = this.#names.of(code) ?? code;
      return name.charAt(0).toLocaleUpperCase(this.language) + name.slice(1);
    } catch {
      return code;
    }
  }
}
