/**
 * Days in a time zone. An article with an instant is published on the day that the zone has at that instant; one with a
 * plain date on that day, whose instant is the start of the day in the zone.
 */

const DAY_S = 86_400;
/** Zones change their offset at multiples of this. */
const STEP_S = 900;

export class TimeZone {
  /** IANA name, like `Europe/Istanbul`. */
  readonly name: string;
  readonly #format: Intl.DateTimeFormat;

  /** @throws RangeError if there is no zone of this name. */
  constructor(name: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
    this.name = this.#format.resolvedOptions().timeZone;
  }

  /** The day at an instant in seconds since 1970: `2023-10-31`. */
  dayOf(seconds: number): string {
    return new Date((seconds + this.#offset(seconds)) * 1000).toISOString().slice(0, 10);
  }

  /** When a day begins, in seconds since 1970. `month` counts from 1; days beyond the month belong to the next one. */
  startOfDay(year: number, month: number, day: number): number {
    const local = Date.UTC(year, month - 1, day) / 1000;
    if (this.name === 'UTC') return local;
    const wanted = new Date(local * 1000).toISOString().slice(0, 10);
    // The offset at noon is right but for days on which it changes.
    let start = local - this.#offset(local - this.#offset(local + DAY_S / 2));
    while (this.dayOf(start) < wanted) start += STEP_S;
    while (this.dayOf(start - STEP_S) >= wanted) start -= STEP_S;
    return start;
  }

  /** The instant of an ISO date or instant, in seconds since 1970. NaN for any other text. */
  secondsOf(date: string): number {
    const plain = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
    if (plain === null) return Math.floor(Date.parse(date) / 1000);
    return this.startOfDay(Number(plain[1]), Number(plain[2]), Number(plain[3]));
  }

  /** Seconds that clocks of the zone are ahead of UTC at an instant. */
  #offset(seconds: number): number {
    if (this.name === 'UTC') return 0;
    const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
    let era = 'AD';
    for (const { type, value } of this.#format.formatToParts(seconds * 1000)) {
      if (type === 'era') era = value;
      else if (type in parts) parts[type as keyof typeof parts] = Number(value);
    }
    const { month, day, hour, minute, second } = parts;
    const year = era.startsWith('B') ? 1 - parts.year : parts.year;
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - seconds;
  }
}

/** Days as they are in UTC. */
export const UTC = new TimeZone('UTC');
