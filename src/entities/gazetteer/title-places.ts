/**
 * Places in the titles of offices by their other names, and by the words that are made from these: who is asked for as
 * "Turkish foreign minister" or "российский министр" has Türkiye or России in the title.
 */
import { analyzerFor } from '../../analysis/languages/registry.ts';
import { type Entity, foldedWords, namesOf } from './entity.ts';

/** Words of a place in a title at most: Birleşik Arap Emirlikleri; of longer names the first ones. */
const LONGEST = 4;

export class TitlePlaces {
  /** Places by language and stems of a name. */
  readonly #places = new Map<string, Entity[]>();

  constructor(entities: Iterable<Entity>) {
    for (const entity of entities) {
      if (entity.type !== 'place') continue;
      for (const { name, language } of namesOf(entity)) {
        const key = `${language} ${stems(name, language).join(' ')}`;
        this.#places.set(key, [...(this.#places.get(key) ?? []), entity]);
      }
    }
  }

  /** Folded words of other names of the places in a title, and of what is made from them, in the title's language. */
  wordsFor(title: string, language: string): string[] {
    const words = stems(title, language);
    const found = new Set<Entity>();
    for (let from = 0; from < words.length; from++)
      for (let length = 1; length <= LONGEST && from + length <= words.length; length++)
        for (const place of this.#places.get(`${language} ${words.slice(from, from + length).join(' ')}`) ??
          [])
          found.add(place);
    return [...found].flatMap(({ names }) =>
      (names[language] ?? []).flatMap((name) => wordsOfPlace(name, language)),
    );
  }
}

function wordsOfPlace(name: string, language: string): string[] {
  const words = foldedWords(name);
  if (words.length > 1) return words;
  const analyzer = analyzerFor(language);
  const made = analyzer.language.placeWords?.(analyzer.forms(name.toLowerCase())) ?? [];
  return [...words, ...made.flatMap(foldedWords)];
}

const stems = (text: string, language: string): string[] =>
  analyzerFor(language)
    .tokens(text)
    .map(({ forms }) => forms.stem);
