/** Fetches addresses politely: by the rules of each host, one request at a time, over at most five redirects. */
import { type Clock, HostTurns } from './host-turns.ts';
import { type Answer, type RequestOptions, request } from './request.ts';
import { MAX_ROBOTS_BYTES, Robots } from './robots.ts';

/** Between two requests to one host, unless its rules ask for more. */
const PAUSE_MS = 1_000;
/** A host that wishes longer pauses is not visited. */
const MAX_PAUSE_MS = 5 * 60 * 1000;
const MAX_REDIRECTS = 5;

export interface Visit extends Answer {
  /** Where the address has moved for good; absent if a step on the way there was only for now. */
  movedTo?: string;
}

/** Why an address was not fetched. */
export class NotFetched extends Error {}

export class Visitor {
  readonly #options: RequestOptions;
  readonly #turns: HostTurns;
  readonly #robots: Robots;

  constructor(options: RequestOptions, clock: Clock) {
    this.#options = options;
    this.#turns = new HostTurns(clock);
    this.#robots = new Robots((url) => this.#robotsFile(url), clock.now);
  }

  /** @throws NotFetched, or what `request` throws. */
  async get(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Visit> {
    return this.#follow(address, async (url) => {
      const rules = await this.#robots.rulesFor(url);
      if (!rules.allows(url))
        throw new NotFetched(rules.reason ?? `robots.txt of ${new URL(url).host} forbids it`);
      const pauseMs = Math.max(PAUSE_MS, rules.delaySeconds * 1000);
      if (pauseMs > MAX_PAUSE_MS)
        throw new NotFetched(
          `robots.txt of ${new URL(url).host} asks for a pause of ${rules.delaySeconds} s, more than ${MAX_PAUSE_MS / 1000}`,
        );
      return this.#once(url, headers, pauseMs);
    });
  }

  /** Rules of a host are read without asking for rules. */
  #robotsFile(url: string): Promise<Answer> {
    return this.#follow(url, (each) => this.#once(each, {}, PAUSE_MS, MAX_ROBOTS_BYTES));
  }

  #once(
    url: string,
    headers: Readonly<Record<string, string>>,
    pauseMs: number,
    maxBytes?: number,
  ): Promise<Answer> {
    const options = { ...this.#options, ...(maxBytes !== undefined && { maxBytes }) };
    return this.#turns.take(new URL(url).host, pauseMs, options.signal, () => request(url, headers, options));
  }

  async #follow(address: string, get: (url: string) => Promise<Answer>): Promise<Visit> {
    let url = address;
    let permanent = true;
    for (let redirects = 0; ; redirects++) {
      const answer = await get(url);
      const location = answer.headers.location;
      if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined) {
        return { ...answer, ...(redirects > 0 && permanent && { movedTo: url }) };
      }
      if (redirects === MAX_REDIRECTS) throw new NotFetched(`more than ${MAX_REDIRECTS} redirects`);
      const next = URL.parse(location, url);
      if (next === null || !/^https?:$/.test(next.protocol) || next.username !== '')
        throw new NotFetched(`a redirect to ${JSON.stringify(location.slice(0, 200))}`);
      next.hash = '';
      permanent &&= answer.status === 301 || answer.status === 308;
      url = next.href;
    }
  }
}
