/** CSV cells (RFC 4180) that no spreadsheet evaluates as a formula. */

/** What a spreadsheet evaluates, ignoring leading white space and invisible characters (OWASP, CSV Injection). */
const FORMULA = /^[\s\p{Cf}\p{Cc}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;

/** A quoted cell. Text that a spreadsheet would evaluate gets a leading apostrophe, which makes it plain text. */
export function cell(text: string): string {
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
