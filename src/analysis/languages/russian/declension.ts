/**
 * Cases of Russian names, made from the nominative by the class its ending shows (Zaliznyak 1977). Works on variant
 * forms: lower case, е for ё. Words with a fleeting vowel (Египет) are given in the gazetteer with both stems.
 */

const HARD = ['а', 'у', 'ом', 'е'];
const SOFT = ['я', 'ю', 'ем', 'е'];
/** After г к х ж ч ш щ the plural and the genitive in -а nouns have и, and after ж ш ч щ ц the instrumental has е. */
const NO_YERY = /[гкхжчшщ]$/;
const HUSHING = /[жшчщц]$/;
const CONSONANT = /[бвгджзклмнпрстфхцчшщ]$/;

/** Every form of a word of a Russian name but the nominative itself. None for words that do not decline. */
export function declined(word: string): string[] {
  if (!/^[а-я]{2,}$/.test(word)) return [];
  const cut = (length: number, endings: readonly string[]): string[] =>
    endings.map((ending) => word.slice(0, word.length - length) + ending);
  const stem = word.slice(0, -1);
  const soft = NO_YERY.test(word.slice(0, -2));
  if (word.length > 4) {
    if (word.endsWith('ский') || word.endsWith('цкий') || /[гкх]ий$/.test(word))
      return cut(2, ['ого', 'ому', 'им', 'ом']);
    if (/[нжшчщ]ий$/.test(word)) return cut(2, ['его', 'ему', 'им', 'ем']);
    if (/[ыо]й$/.test(word)) return cut(2, ['ого', 'ому', soft ? 'им' : 'ым', 'ом']);
    if (word.endsWith('ая')) return cut(2, ['ой', 'ую', 'ою']);
    if (word.endsWith('ое')) return cut(2, ['ого', 'ому', soft ? 'им' : 'ым', 'ом']);
    if (word.endsWith('ее')) return cut(2, ['его', 'ему', 'им', 'ем']);
    if (word.endsWith('ые')) return cut(2, ['ых', 'ым', 'ыми']);
    if (word.endsWith('ие') && !word.endsWith('ание') && !word.endsWith('ение'))
      return cut(2, ['их', 'им', 'ими']);
    if (/[аеи]ние$|[сзц]твие$/.test(word)) return cut(1, ['я', 'ю', 'ем', 'и']);
  }
  if (word.endsWith('ий')) return cut(2, ['ия', 'ию', 'ием', 'ии']);
  if (/[аеоуы]й$/.test(word)) return cut(1, SOFT);
  if (word.endsWith('ия')) return cut(1, ['и', 'ю', 'ей', 'ею']);
  if (word.endsWith('я')) return cut(1, ['и', 'е', 'ю', 'ей', 'ею']);
  if (word.endsWith('а')) {
    const instrumental = HUSHING.test(stem) ? ['ей', 'ею'] : ['ой', 'ою'];
    return cut(1, [NO_YERY.test(stem) ? 'и' : 'ы', 'е', 'у', ...instrumental]);
  }
  if (word.endsWith('ь')) return cut(1, ['я', 'ю', 'ем', 'е', 'и', 'ью']);
  if (/[ыи]$/.test(word) && word.length > 4) {
    const bare = CONSONANT.test(stem) ? ['ов', ''] : ['ев', 'й'];
    return cut(1, [...bare, 'ам', 'ами', 'ах', 'ям', 'ями', 'ях']);
  }
  if (word.endsWith('во')) return cut(1, ['а', 'у', 'ом', 'е']);
  if (!CONSONANT.test(word)) return [];
  const surname = /(?:[оеё]в|ин|ын)$/.test(word) ? ['ым', 'ой'] : [];
  return [...HARD, ...surname, ...(HUSHING.test(word) ? ['ем'] : [])].map((ending) => word + ending);
}

/** Endings of nominatives that `declined` changes, and the most letters that it puts in their place. */
const NOMINATIVE_ENDINGS = [
  '',
  'а',
  'я',
  'ь',
  'й',
  'ий',
  'ый',
  'ой',
  'ия',
  'ая',
  'ое',
  'ее',
  'ые',
  'ие',
  'ы',
  'и',
  'е',
  'о',
];
const LONGEST_CASE = 3;

/** The words that are names and of which a form is a case, without the form itself: the inverse of `declined`. */
export function nominativesOf(form: string, isName: (word: string) => boolean): string[] {
  const found: string[] = [];
  const first = form.charCodeAt(0);
  if (first < 0x430 || first > 0x44f || form.length < 2) return found;
  for (let cut = 0; cut <= LONGEST_CASE && cut < form.length; cut++) {
    const stem = form.slice(0, form.length - cut);
    for (const ending of NOMINATIVE_ENDINGS) {
      const word = stem + ending;
      if (word !== form && isName(word) && !found.includes(word) && declined(word).includes(form))
        found.push(word);
    }
  }
  return found;
}
