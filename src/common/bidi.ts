/**
 * Shows original text next to ours so that neither changes the direction of the other: on a terminal, in a feed. Stored
 * text is never changed.
 * Reference: UAX #9 (bidirectional algorithm), isolates.
 */

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';
/** Embeddings, overrides, isolates, their terminators, and marks. */
const BIDI_CONTROL = /[\u202A-\u202E\u2066-\u2069\u061C\u200E\u200F]/g;
/** C0 and C1 controls, which a terminal would execute. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern is about control characters
const CONTROL = /[\u0000-\u001F\u007F-\u009F]/g;

/**
 * The text in a bidi isolate, so that its direction does not affect its surroundings. Bidi controls in it, which could
 * end the isolate, are removed.
 */
export function isolated(text: string): string {
  return `${FIRST_STRONG_ISOLATE}${text.replace(BIDI_CONTROL, '')}${POP_DIRECTIONAL_ISOLATE}`;
}

/** For stdout: on one line, with visible symbols for control characters; isolated if stdout is a terminal. */
export function onTerminal(text: string): string {
  return process.stdout.isTTY ? isolated(withoutControls(text)) : withoutControls(text);
}

/** On one line, with visible symbols for control characters and without bidi controls. */
export function withoutControls(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(CONTROL, picture).replace(BIDI_CONTROL, '');
}

/** U+2400 … for ASCII controls; a replacement character for the others. */
function picture(control: string): string {
  const code = control.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\uFFFD';
}
