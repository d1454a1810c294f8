/** Cells of CSV (RFC 4180) that no spreadsheet takes for a formula. */

/** What makes a spreadsheet calculate, white space and invisible characters before it aside (OWASP, CSV Injection). */
const FORMULA = /^[\s\p{Cf}\p{Cc}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;

/** A quoted cell. A text that a spreadsheet would calculate has an apostrophe before it, which it shows as text. */
export function cell(text: string): string {
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
