/** Text within XML 1.0. */
import { escapeHtml } from './html.ts';

/** What XML 1.0 cannot hold, not even escaped: controls, halves of surrogate pairs, and two non-characters. */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Escaped for elements and quoted attributes; what XML cannot hold is shown as U+FFFD. */
export function xmlText(text: string): string {
  return escapeHtml(text.replace(UNWRITABLE, '\uFFFD'));
}
