/**
 * Translations of words between the languages of the lexicon. Files are read when a word of their language is first
 * asked for. Words are grouped by their stems, so that every form of a word has the translations of all forms.
 */
import { LRUCache } from 'lru-cache';
import type { Forms } from '../forms.ts';
import { analyzerFor } from '../languages/registry.ts';
import {
  LEXICON_LANGUAGES,
  type LexiconFile,
  type LexiconLanguage,
  parseTranslations,
  readLexiconFile,
} from './lexicon-file.ts';

export interface Translation {
  language: LexiconLanguage;
  /** The most likely word, in the forms of its language. */
  forms: Forms;
  /** How sure the translation is, from 0 to 1. */
  weight: number;
}

/** Translations of a word into one language, different stems. */
const MAX_TRANSLATIONS = 3;
/** Less sure translations are left out; see `Translation.weight`. */
const LEAST_WEIGHT = 0.2;
/** Translations by word that are kept. */
const KEPT = 4096;
/** Words of one stem that are looked at, the most frequent ones. */
const FORMS_OF_STEM = 6;

class Lexicon {
  readonly #files = new Map<LexiconLanguage, LexiconFile>();
  /** By language and stem: lines of the words with that stem, the most frequent first. */
  readonly #lines = new Map<LexiconLanguage, Map<string, number[]>>();

  readonly #known = new LRUCache<string, readonly Translation[]>({ max: KEPT });

  /** Translations of a word of a language into the others, the surest first of each language; none for unknown words. */
  translate(word: string, language: LexiconLanguage): readonly Translation[] {
    const { stem, stop } = analyzerFor(language).forms(word);
    if (stop) return [];
    const key = `${language} ${stem}`;
    let translations = this.#known.get(key);
    if (translations === undefined) {
      const lines = this.#linesOf(language).get(stem)?.slice(0, FORMS_OF_STEM) ?? [];
      const others = LEXICON_LANGUAGES.filter((other) => other !== language);
      translations = others.flatMap((other, place) => this.#into(other, place, language, lines));
      this.#known.set(key, translations);
    }
    return translations;
  }

  /** The word of a stem to show: the shortest of its most frequent forms, which is mostly the plain one. */
  wordOf(stem: string, language: LexiconLanguage): string | undefined {
    const { words } = this.#file(language);
    const forms = this.#linesOf(language).get(stem)?.slice(0, FORMS_OF_STEM) ?? [];
    return forms.map((line) => words[line]!).sort((a, b) => a.length - b.length)[0];
  }

  #into(
    other: LexiconLanguage,
    place: number,
    language: LexiconLanguage,
    lines: readonly number[],
  ): Translation[] {
    const written = this.#file(language).translations;
    const weights = new Map<number, number>();
    for (const line of lines) {
      for (const [target, weight] of parseTranslations(written[line]![place] ?? ''))
        if (weight >= LEAST_WEIGHT) weights.set(target, Math.max(weights.get(target) ?? 0, weight));
    }
    // Analysing words takes the most time: the surest first, until there are enough.
    const analyzer = analyzerFor(other);
    const { words } = this.#file(other);
    const best = new Map<string, Translation>();
    for (const [target, weight] of [...weights].sort((a, b) => b[1] - a[1])) {
      const forms = analyzer.forms(words[target]!);
      if (!forms.stop && !best.has(forms.stem)) best.set(forms.stem, { language: other, forms, weight });
      if (best.size === MAX_TRANSLATIONS) break;
    }
    return [...best.values()];
  }

  #file(language: LexiconLanguage): LexiconFile {
    let file = this.#files.get(language);
    if (file === undefined) {
      file = readLexiconFile(language);
      this.#files.set(language, file);
    }
    return file;
  }

  #linesOf(language: LexiconLanguage): Map<string, number[]> {
    let lines = this.#lines.get(language);
    if (lines === undefined) {
      lines = new Map();
      const analyzer = analyzerFor(language);
      for (const [line, word] of this.#file(language).words.entries()) {
        const { stem } = analyzer.forms(word);
        const known = lines.get(stem);
        if (known === undefined) lines.set(stem, [line]);
        else known.push(line);
      }
      this.#lines.set(language, lines);
    }
    return lines;
  }
}

/** One for each thread. */
export const lexicon = new Lexicon();
