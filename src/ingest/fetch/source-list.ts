/**
 * The list of what is fetched: one address a line, with options behind it; `#` begins a comment.
 *
 *     https://haber.example/rss.xml full every=15
 *     https://news.example/sitemap-news.xml full
 *     https://news.example/2024/03/harbour.html
 */
import { readFileSync } from 'node:fs';
import { LisanError, messageOf } from '../../common/errors.ts';

export interface FetchedSource {
  /** Of a feed, a news sitemap or a page. */
  url: string;
  /** Fetch the page behind each item of a feed or sitemap, for its whole text. */
  full: boolean;
  /** Minutes between two visits with `--watch`; by default that of `LISAN_FETCH_MINUTES`. */
  everyMinutes?: number;
}

/** One day less than a month: less often than that nobody means. */
const MAX_MINUTES = 30 * 24 * 60;

/** @throws LisanError `sources_unreadable`, `invalid_source` with the line. */
export function readSourceList(file: string): FetchedSource[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new LisanError({
      code: 'sources_unreadable',
      message: `The list of sources ${file} cannot be read: ${messageOf(cause)}.`,
      remedy: 'Set LISAN_SOURCES to a text file with one address a line.',
      cause,
    });
  }
  const sources = new Map<string, FetchedSource>();
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const [address, ...options] = line
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .split(/\s+/);
    if (address === undefined || address === '') continue;
    const source = sourceOf(address, options, `line ${index + 1} of ${file}`);
    sources.set(source.url, source);
  }
  return [...sources.values()];
}

/** @throws LisanError `invalid_source`, naming the `place`. */
export function sourceOf(address: string, options: readonly string[], place: string): FetchedSource {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw invalid(place, `${JSON.stringify(address)} is no http or https address`);
  if (url.username !== '' || url.password !== '')
    throw invalid(place, `the address of ${url.host} has a password in it, which is not sent`);
  url.hash = '';
  const source: FetchedSource = { url: url.href, full: false };
  for (const option of options) {
    const minutes = /^every=(\d{1,6})$/.exec(option)?.[1];
    if (option === 'full') source.full = true;
    else if (minutes !== undefined && Number(minutes) >= 1 && Number(minutes) <= MAX_MINUTES)
      source.everyMinutes = Number(minutes);
    else throw invalid(place, `${JSON.stringify(option)} is no option; there are full and every=MINUTES`);
  }
  return source;
}

function invalid(place: string, reason: string): LisanError {
  return new LisanError({
    code: 'invalid_source',
    message: `The source in ${place} is wrong: ${reason}.`,
    remedy: 'Write one address a line, like `https://news.example/rss.xml full every=30`.',
  });
}
