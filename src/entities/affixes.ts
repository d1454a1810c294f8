/**
 * What may stand before and after a name and leave it that name. Works on variant forms (folded, lower case), so that
 * the languages' stemmers, which also cut what belongs to a name, have no say here.
 */

/** Arabic proclitics: conjunction, preposition, article, in the order in which they stack. */
const ARABIC_PROCLITIC = /^(?:[وف]?(?:[بكل]?ال|لل|[بكلس])|[وف])$/u;
/** The longest of them: و ب ا ل. */
const LONGEST_PROCLITIC = 4;

/** Case and plural endings of Turkish names written without the apostrophe, ASCII-folded. */
const TURKISH_ENDING =
  /^(?:l[ae]r)?(?:y?[iua]|y?e|[ns]?[iu]n|n[iu]n|[dt][ae](?:n|ki)?|n[dt][ae]n?|y?l[ae]|d[iu]r|l[iu](?:l[ae]r)?)$/;
/** Endings of declined Russian names and adjectival surnames. */
const RUSSIAN_ENDING = /^(?:а|у|ом|ым|е|ы|и|ой|ою|ей|ем|ю|я|ого|ому|ых|ам|ами|ах|ов|ия|ии|ию|ией)$/u;
/** Endings of the nominative that others replace: Россия - России, Астана - Астаны. */
const RUSSIAN_FINALS = ['а', 'я', 'ь', 'й', 'ия', 'ий'];
const LONGEST_ENDING = 7;

/** Shortest Turkish or Russian name that may carry an ending; shorter ones meet other words. */
const ENDING_FROM = 4;
/** Shortest Arabic name that may carry a proclitic. */
const PROCLITIC_FROM = 3;

/** The words that the given one may be with Arabic proclitics before it, the word itself first. */
export function withoutProclitics(word: string): string[] {
  const bare = [word];
  if (!/^[\u0620-\u064A]/.test(word)) return bare;
  for (let length = 1; length <= LONGEST_PROCLITIC && word.length - length >= PROCLITIC_FROM; length++) {
    const head = word.slice(0, length);
    if (ARABIC_PROCLITIC.test(head)) {
      bare.push(word.slice(length));
      // The article is part of the name (القاهره) where it merged with the preposition: للقاهره.
      if (head.endsWith('لل')) bare.push(`ال${word.slice(length)}`);
    }
  }
  return bare;
}

/** The words that the given one may be with a Turkish or Russian ending after it, the word itself first. */
export function withoutEndings(word: string): string[] {
  const bare = [word];
  const ending = /^[a-z]/.test(word)
    ? TURKISH_ENDING
    : /^[\u0430-\u044F]/.test(word)
      ? RUSSIAN_ENDING
      : undefined;
  if (ending === undefined) return bare;
  for (let end = word.length - 1; end >= ENDING_FROM && word.length - end <= LONGEST_ENDING; end--) {
    if (!ending.test(word.slice(end))) continue;
    const base = word.slice(0, end);
    bare.push(base);
    if (ending === RUSSIAN_ENDING) for (const final of RUSSIAN_FINALS) bare.push(base + final);
  }
  return bare;
}
