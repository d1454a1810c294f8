/** Cells of CSV (RFC 4180) that no spreadsheet takes for a formula. */

/** What makes a spreadsheet calculate, white space and invisible characters before it aside (OWASP, CSV Injection). */
const FORMULA = /^[\s\p{Cf}\p{Cc}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;

/** A quoted cell. A text that a spreadsheet would calculate has an apostrophe before it, which it shows as text. */
export function cell(text: string): string {
  // So is one that looks as if it had been treated already.
  const escaped = FORMULA.test(text.replace(/^'+/, '')) ? `'${text}` : text;
  return `"${escaped.replaceAll('"', '""')}"`;
}

/** The text of which `cell` made the content of a cell. */
export function uncell(content: string): string {
  return content.startsWith("'") && FORMULA.test(content.replace(/^'+/, '')) ? content.slice(1) : content;
}
