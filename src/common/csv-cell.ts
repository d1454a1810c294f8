/** CSV cells (RFC 4180) that no spreadsheet runs as a formula. */

/** Characters that start a formula, after optional white space and invisible characters (OWASP, CSV Injection). */
const FORMULA = /^[\s\p{Cf}\p{Cc}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;

/** A quoted cell. A formula gets an apostrophe before it, so that a spreadsheet shows it as text. */
export function cell(text: string): string {
  // So is one that looks as if it had been treated already.
  const escaped = FORMULA.test(text.replace(/^'+/, '')) ? `'${text}` : text;
  return `"${escaped.replaceAll('"', '""')}"`;
}

/** The text of which `cell` made the content of a cell. */
export function uncell(content: string): string {
  return content.startsWith("'") && FORMULA.test(content.replace(/^'+/, '')) ? content.slice(1) : content;
}
