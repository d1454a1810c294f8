/** Text within XML 1.0. */
import { escapeHtml } from './html.ts';

/** Characters that XML 1.0 forbids even when escaped: controls, lone surrogates and two non-characters. */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern is about control characters
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Escapes text for elements and quoted attributes; forbidden characters become U+FFFD. */
export function xmlText(text: string): string {
  return escapeHtml(text.replace(UNWRITABLE, '\uFFFD'));
}
