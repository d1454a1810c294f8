/** The texts of one language with numbers, dates and names put in, as the language writes them. */
import { type Catalogue, loadCatalogue } from './catalogue.ts';
import { directionOfInterface, type InterfaceLanguage } from './languages.ts';
import { counted, type Plural } from './plural.ts';

/** First strong isolate and its end: a name put into a sentence does not disturb the sentence's direction. */
const ISOLATE = '\u2068';
const POP = '\u2069';
const FRACTION_DIGITS = 2;

/** The translator of a language, once its texts are loaded. `timezone`: the zone in which instants are shown. */
export async function loadTranslator(language: InterfaceLanguage, timezone = 'UTC'): Promise<Translator> {
  return new Translator(language, await loadCatalogue(language), timezone);
}

export class Translator {
  readonly language: InterfaceLanguage;
  readonly dir: 'ltr' | 'rtl';
  readonly messages: Catalogue;
  /** IANA name. */
  readonly timezone: string;
  readonly #plurals: Intl.PluralRules;
  readonly #numbers: Intl.NumberFormat;
  readonly #days: Intl.DateTimeFormat;
  readonly #daysOfInstants: Intl.DateTimeFormat;
  readonly #months: Intl.DateTimeFormat;
  readonly #shortDays: Intl.DateTimeFormat;
  readonly #languages: Intl.DisplayNames;
  readonly #lists: Intl.ListFormat;

  /** `timezone`: the zone in which instants are shown. */
  constructor(language: InterfaceLanguage, messages: Catalogue, timezone = 'UTC') {
    this.language = language;
    this.dir = directionOfInterface(language);
    this.messages = messages;
    this.timezone = timezone;
    this.#plurals = new Intl.PluralRules(language);
    this.#numbers = new Intl.NumberFormat(language, { maximumFractionDigits: FRACTION_DIGITS });
    const gregorian = { timeZone: 'UTC', calendar: 'gregory', year: 'numeric', month: 'long' } as const;
    this.#days = new Intl.DateTimeFormat(language, { ...gregorian, day: 'numeric' });
    this.#daysOfInstants = new Intl.DateTimeFormat(language, {
      ...gregorian,
      day: 'numeric',
      timeZone: timezone,
    });
    this.#months = new Intl.DateTimeFormat(language, gregorian);
    this.#shortDays = new Intl.DateTimeFormat(language, { ...gregorian, month: '2-digit', day: '2-digit' });
    this.#languages = new Intl.DisplayNames([language], { type: 'language' });
    this.#lists = new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' });
  }

  /** A number with at most so many digits after the point. */
  number(value: number, digits = FRACTION_DIGITS): string {
    if (digits === FRACTION_DIGITS) return this.#numbers.format(value);
    return new Intl.NumberFormat(this.language, { maximumFractionDigits: digits }).format(value);
  }

  /** A message for a number of things. */
  count(plural: Plural, n: number): string {
    return counted(plural, n, this.#plurals, (value) => this.number(value));
  }

  /** A message with texts put in, each isolated from its direction: for attributes and titles. */
  text(message: string, values: Readonly<Record<string, string>>): string {
    return this.parts(message, values)
      .map((part) => (typeof part === 'string' ? part : `${ISOLATE}${part.value}${POP}`))
      .join('');
  }

  /** A message with numbers put in, which have no direction of their own. */
  fill(message: string, values: Readonly<Record<string, string>>): string {
    return this.parts(message, values)
      .map((part) => (typeof part === 'string' ? part : part.value))
      .join('');
  }

  /** A message cut at its gaps, with what belongs into each: for elements within a sentence. */
  parts<T>(message: string, values: Readonly<Record<string, T>>): (string | { value: T })[] {
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
    if (month === undefined) return this.number(Number(year)).replace(/[\s,.\u066C\u00A0\u202F]/g, '');
    return (day === undefined ? this.#months : this.#days).format(time);
  }

  /** A day with hours and minutes, in the time zone of the page. `iso` is an instant. */
  time(iso: string): string {
    const style = {
      dateStyle: 'long',
      timeStyle: 'short',
      calendar: 'gregory',
      timeZone: this.timezone,
    } as const;
    return new Intl.DateTimeFormat(this.language, style).format(new Date(iso));
  }

  /** A day in numbers, in the order and with the digits of the language. `iso` is like `2023-10-31`. */
  shortDate(iso: string): string {
    // Without the marks of direction that some languages have: the field has one of its own.
    return this.#shortDays.format(new Date(iso)).replace(/[\u061C\u200E\u200F]/g, '');
  }

  /** From one day to another, both included; an empty text is an open end. */
  period(from: string, to: string): string {
    const { timeRange, timeFrom, timeUntil } = this.messages;
    const [first, last] = [from && this.date(from), to && this.date(to)];
    if (first === last) return first;
    const range = first === '' ? timeUntil : last === '' ? timeFrom : timeRange;
    return this.text(range, { from: first, to: last });
  }

  /** The present day in the time zone of the service, `2023-10-31`. */
  today(): string {
    // Swedish writes days as ISO 8601 does.
    return new Intl.DateTimeFormat('sv', { timeZone: this.timezone }).format(new Date());
  }

  list(texts: readonly string[]): string {
    return this.#lists.format(texts);
  }

  /** The name of a language, or its code. */
  languageName(code: string): string {
    if (code === 'und') return '?';
    try {
      const name = this.#languages.of(code) ?? code;
      return name.charAt(0).toLocaleUpperCase(this.language) + name.slice(1);
    } catch {
      return code;
    }
  }
}
