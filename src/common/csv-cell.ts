/** CSV cells (RFC 4180) that no spreadsheet runs as a formula. */

/** Characters that start a formula, after optional white space and invisible characters (OWASP, CSV Injection). */
const FORMULA = /^[\s\p{Cf}\p{Cc}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;

/** A quoted cell. A formula gets an apostrophe before it, so that a spreadsheet shows it as text. */
export function cell(text: string): string {
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
