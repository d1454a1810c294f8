/** Names of people as news write them: lists have family names first, and capitals throughout. */

/** Endings of Russian patronymics. */
const PATRONYMIC = /(?:вич|вна|ична|инична)$/u;

/** The spellings to take for a name of a person: `LAVROV, Sergey` is Sergey Lavrov. Without a patronymic comes last. */
export function personSpellings(name: string): string[] {
  const parts = name.split(/,\s*/);
  const [family = '', given = ''] = parts;
  if (parts.length > 2 || (parts.length === 2 && (family === '' || given === ''))) return [capitalised(name)];
  const turned =
    parts.length === 2 ? `${capitalised(given, 1)} ${capitalised(family, 1)}` : capitalised(name);
  const words = turned.split(' ');
  const short = words.filter((word, at) => at === 0 || !PATRONYMIC.test(word));
  return words.length === 3 && short.length === 2 ? [short.join(' '), turned] : [turned];
}

/** A name of `words` words at least in capitals, with one at the beginning of each part only. */
function capitalised(name: string, words = 2): string {
  if (name.split(' ').length < words || name !== name.toUpperCase() || name === name.toLowerCase())
    return name;
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}
