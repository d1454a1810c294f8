/**
 * Character references of HTML that were left in a text (`T&uuml;rkiye`, `&#351;ehir`), as feeds and databases often have
 * them. The text is not changed: words are cut as if the characters were there, and offsets stay those of the text.
 * Reference: HTML Living Standard, 13.2.5.72 to 13.2.5.80. Named are the letters of Latin-1 and Latin Extended-A.
 */
const REFERENCE = /&(?:#(\d{2,6})|#[xX]([\da-fA-F]{2,5})|([a-zA-Z]{2,8}));/g;

const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  macr: '\u0304',
  breve: '\u0306',
  uml: '\u0308',
  ring: '\u030A',
  caron: '\u030C',
  cedil: '\u0327',
};
const NAMED: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  shy: '\u00AD',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  oslash: 'ø',
  Oslash: 'Ø',
  eth: 'ð',
  thorn: 'þ',
  inodot: 'ı',
  imath: 'ı',
  Idot: 'İ',
};
const MARKED_LETTER = /^([a-zA-Z])([a-z]{3,5})$/;
/** Largest code point. */
const LAST_CODE_POINT = 0x10ffff;

function characterOf(decimal: string | undefined, hexadecimal: string | undefined, name: string | undefined) {
  if (name === undefined) {
    const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal);
    const isSurrogate = code >= 0xd800 && code <= 0xdfff;
    return code > LAST_CODE_POINT || isSurrogate ? undefined : String.fromCodePoint(code);
  }
  const known = NAMED[name];
  if (known !== undefined) return known;
  const [, letter, mark] = MARKED_LETTER.exec(name) ?? [];
  if (letter === undefined || MARKS[mark!] === undefined) return undefined;
  const composed = (letter + MARKS[mark!]).normalize('NFC');
  return composed.length === 1 ? composed : undefined;
}

/** A text without references. */
export interface DecodedText {
  readonly text: string;
  /** For each code unit of `text`, and for its end: where it begins in the original. */
  readonly offsets: readonly number[];
}

/** The text with its references replaced; `undefined` if it has none. */
export function decodeReferences(text: string): DecodedText | undefined {
  let decoded = '';
  const offsets: number[] = [];
  let from = 0;
  for (const { 0: reference, 1: decimal, 2: hexadecimal, 3: name, index } of text.matchAll(REFERENCE)) {
    const character = characterOf(decimal, hexadecimal, name);
    // A decoded & could begin another reference.
    if (character === undefined || character === '&') continue;
    for (let at = from; at < index; at++) offsets.push(at);
    decoded += text.slice(from, index) + character;
    for (let at = 0; at < character.length; at++) offsets.push(index);
    from = index + reference.length;
  }
  if (from === 0) return undefined;
  for (let at = from; at <= text.length; at++) offsets.push(at);
  return { text: decoded + text.slice(from), offsets };
}

/** A word of a text with its references replaced. */
export const withoutReferences = (word: string): string => decodeReferences(word)?.text ?? word;
