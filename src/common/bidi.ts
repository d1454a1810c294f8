/**
 * Original text beside text of ours, where neither may disturb the other: on a terminal, in a feed. What is stored is
 * never changed; this is about what is shown.
 * Reference: UAX #9 (bidirectional algorithm), isolates.
 */

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';
/** Embeddings, overrides and isolates, and what ends them. */
const BIDI_CONTROL = /[\u202A-\u202E\u2066-\u2069\u061C\u200E\u200F]/g;
/** C0 and C1 controls, which a terminal obeys. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant
const CONTROL = /[\u0000-\u001F\u007F-\u009F]/g;

/**
 * The text in an isolate of its own: its direction is its own, and bidi controls in it reach no further. Controls in
 * it that would end the isolate are left out of what is shown.
 */
export function isolated(text: string): string {
  return `${FIRST_STRONG_ISOLATE}${text.replace(BIDI_CONTROL, '')}${POP_DIRECTIONAL_ISOLATE}`;
}

/** For stdout: on one line, control characters shown as pictures instead of obeyed; on a terminal isolated. */
export function onTerminal(text: string): string {
  return process.stdout.isTTY ? isolated(withoutControls(text)) : withoutControls(text);
}

/** On one line, control characters shown as pictures, and bidi controls left out: a piece of a line of a terminal. */
export function withoutControls(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(CONTROL, picture).replace(BIDI_CONTROL, '');
}

/** U+2400 … for the controls of ASCII; a replacement character for the others. */
function picture(control: string): string {
  const code = control.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\uFFFD';
}
