/** Texts by which strangers make a step of the analysis slow. `size` is about their length in UTF-16 code units. */
export type Shape = (size: number) => string;

const repeated =
  (unit: string): Shape =>
  (size) =>
    unit.repeat(Math.ceil(size / unit.length));

const numbered =
  (write: (number: number) => string): Shape =>
  (size) => {
    let text = '';
    for (let number = 0; text.length < size; number++) text += write(number);
    return text;
  };

export const SHAPES: Readonly<Record<string, Shape>> = {
  'one word': repeated('council '),
  'one Arabic word': repeated('والمجلس '),
  'one name': repeated('Erdoğan '),
  'one full name': repeated('Sergey Lavrov '),
  'family name of several people': repeated('Recep Tayyip Erdoğan, Emine Erdoğan, Erdoğan. '),
  'a name with suffixes': repeated("İstanbul'da "),
  'different words': numbered((number) => `w${number.toString(36)} `),
  'different names': numbered((number) => `Name${number.toString(36)} Surname${number.toString(36)} `),
  'one long word': repeated('ab'),
  'one long Arabic word': repeated('وال'),
  base64: numbered((number) =>
    Buffer.from(String(number * 7919))
      .toString('base64')
      .replace(/=+$/, ''),
  ),
  'lines of one letter': repeated('a\n'),
  'lines of one word': repeated('Minister\n\n'),
  'lines cut at hyphens': repeated('govern-\n'),
  'line feeds': repeated('\n'),
  spaces: repeated(' '),
  hyphens: repeated('-'),
  'letters with hyphens': repeated('a-'),
  dots: repeated('.'),
  'letters with dots': repeated('a.'),
  'capitals with dots': repeated('A.'),
  initials: repeated('A. B. '),
  'letters with apostrophes': repeated("a'"),
  'elided words': repeated("l'a'"),
  'quotation marks': repeated('"'),
  'letters of two scripts': repeated('aб'),
  'combining marks': (size) => `a${'\u0301'.repeat(size)}`,
  tatweel: (size) => `م${'ـ'.repeat(size)}م`,
  joiners: repeated('a\u200C'),
  'soft hyphens': repeated('a\u00AD'),
  'bidirectional controls': repeated('\u202E'),
  digits: repeated('1'),
  'groups of digits': repeated('111 '),
  'groups of digits without spaces': repeated("111'"),
  decimals: repeated('1.2,'),
  times: repeated('12:30:'),
  addresses: repeated('http://a.b/c?d='),
  'mail addresses': repeated('a@b.'),
  references: repeated('&uuml;'),
  'broken references': repeated('&'),
  'halves of surrogate pairs': repeated('\uD83D'),
  ideographs: repeated('中'),
  'words of two directions': repeated('a ب '),
  tags: repeated('<a href="x">'),
  'nested tags': (size) => `${'<div>'.repeat(size / 11)}x${'</div>'.repeat(size / 11)}`,
  'open tags': repeated('<'),
  'open comments': repeated('<!--'),
  'open braces': repeated('{"a":['),
};
