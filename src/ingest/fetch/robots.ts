/**
 * What the `robots.txt` of a host allows (RFC 9309): one that is not there allows everything, one that cannot be read for
 * now forbids everything.
 */
import imported from 'robots-parser';
import type { Answer } from './request.ts';

/** A CommonJS module, whose types say that its function is a member. */
const robotsParser = imported as unknown as typeof imported.default;

/** Name by which rules address lisan. */
export const ROBOT = 'lisan';
/** Kept for at most a day, as RFC 9309 says. */
const MAX_AGE_MS = 24 * 60 * 60 * 1000;
/** Of what cannot be read for now. */
const MAX_FAILURE_AGE_MS = 60 * 60 * 1000;
/** The part that is read; RFC 9309 asks for at least 500 KiB. */
export const MAX_ROBOTS_BYTES = 1024 * 1024;

export interface Rules {
  allows(url: string): boolean;
  /** Seconds between two requests, as the host wishes. */
  delaySeconds: number;
  /** Why everything is forbidden. */
  reason?: string;
}

const EVERYTHING: Rules = { allows: () => true, delaySeconds: 0 };

export class Robots {
  readonly #get: (url: string) => Promise<Answer>;
  readonly #now: () => number;
  readonly #rules = new Map<string, { at: number; rules: Promise<Rules> }>();

  /** `get`: fetches an address and follows its redirects. */
  constructor(get: (url: string) => Promise<Answer>, now: () => number) {
    this.#get = get;
    this.#now = now;
  }

  /** The rules of the host of an address. */
  async rulesFor(address: string): Promise<Rules> {
    const { origin } = new URL(address);
    const known = this.#rules.get(origin);
    if (known !== undefined) {
      const rules = await known.rules;
      const age = this.#now() - known.at;
      if (age < (rules.reason === undefined ? MAX_AGE_MS : MAX_FAILURE_AGE_MS)) return rules;
    }
    const rules = this.#read(`${origin}/robots.txt`);
    this.#rules.set(origin, { at: this.#now(), rules });
    return rules;
  }

  async #read(url: string): Promise<Rules> {
    let answer: Answer;
    try {
      answer = await this.#get(url);
    } catch (thrown) {
      return forbidden(`${url} cannot be read: ${(thrown as Error).message}`);
    }
    const { status, body } = answer;
    if (status !== 200) {
      const missing = status >= 400 && status < 500 && status !== 429;
      return missing ? EVERYTHING : forbidden(`${url} is answered with ${status}`);
    }
    const robots = robotsParser(
      url,
      body
        .subarray(0, MAX_ROBOTS_BYTES)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    );
    return {
      allows: (address) => robots.isAllowed(address, ROBOT) !== false,
      delaySeconds: Math.max(0, Number(robots.getCrawlDelay(ROBOT) ?? 0) || 0),
    };
  }
}

function forbidden(reason: string): Rules {
  return { allows: () => false, delaySeconds: 0, reason };
}
