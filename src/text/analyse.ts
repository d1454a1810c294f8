/**
 * From text to words with all their forms; the same chain for documents and queries.
 * Forms are remembered per written word: news repeats itself, and a look-up is cheaper than the chain.
 */
import { keyOf } from './key.ts';
import { FORMS, type Form, type Language, type Step } from './language.ts';
import { tokenise } from './tokenise.ts';

/** One written word in all its forms. Shared between tokens: treat as frozen. */
export interface Forms {
  readonly exact: string;
  readonly variant: string;
  readonly stem: string;
  readonly coarse: string;
  /** `keyOf` of the four forms, in the order of `FORMS`. */
  readonly keys: readonly [number, number, number, number];
  /** True for a stop word of its language. */
  readonly stop: boolean;
  /** Counts the forms that were made, in all languages: what is known of them can be kept in arrays. */
  readonly number: number;
}

let made = 0;

/** A word of a text. `start` and `end` are UTF-16 offsets into the text that was analysed. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly forms: Forms;
}

/** Words remembered per language, about 400 bytes each; two generations of this size at most are alive. */
const REMEMBERED = 20_000;

/** Letters that a form of an auxiliary verb has after its stem at least. */
const LEAST_ENDING = 2;

export class Analyser {
  readonly language: Language;
  /** In their exact form, and in their variant form. */
  readonly #stopWords: readonly [exact: ReadonlySet<string>, variant: ReadonlySet<string>];
  #recent = new Map<string, Forms>();
  #older = new Map<string, Forms>();

  constructor(language: Language) {
    this.language = language;
    const inForm = (form: Form) => new Set(language.stopWords.map((word) => this.#run(word, form)));
    this.#stopWords = [inForm('exact'), inForm('variant')];
  }

  /** All forms of one word, cut as `tokenise` cuts it. */
  forms(word: string): Forms {
    const recent = this.#recent.get(word);
    if (recent !== undefined) return recent;
    const own = detached(word);
    const forms = this.#older.get(word) ?? this.#make(own);
    if (this.#recent.size >= REMEMBERED) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(own, forms);
    return forms;
  }

  /** Whether the word is a stop word. It is not remembered: most words that are asked for are of another language. */
  isStop(word: string): boolean {
    const known = this.#recent.get(word) ?? this.#older.get(word);
    if (known !== undefined) return known.stop;
    const exact = this.#run(word, 'exact');
    const mayBeAuxiliary = this.language.auxiliaries?.some((stem) => exact[0] === stem[0]);
    return mayBeAuxiliary ? this.#make(word).stop : this.#isStop(exact, this.#run(word, 'variant'), '');
  }

  /** Every word of the text, in order. Offsets are shifted by `offset` code units. */
  tokens(text: string, offset = 0): Token[] {
    const tokens: Token[] = [];
    tokenise(text, (start, end) => {
      tokens.push({ start: start + offset, end: end + offset, forms: this.forms(text.slice(start, end)) });
    });
    return tokens;
  }

  /** The word after every step of the chain, for `lisan explain`. */
  explain(word: string): { step: Step; value: string }[] {
    let value = word;
    return this.language.steps.map((step) => {
      value = step.apply(value);
      return { step, value };
    });
  }

  #run(word: string, upTo: Form): string {
    const last = FORMS.indexOf(upTo);
    let value = word;
    for (const step of this.language.steps) if (FORMS.indexOf(step.form) <= last) value = step.apply(value);
    return value;
  }

  /**
   * A stop word may be spelt in any way, but a Latin letter with a mark is never meant for the one without: olmuş and
   * olmus are stop words, ölmüş (dead) is none.
   */
  #isStop(exact: string, variant: string, stem: string): boolean {
    const [asWritten, asFolded] = this.#stopWords;
    if (asWritten.has(exact)) return true;
    const typedPlainly = this.language.script !== 'Latn' || exact === variant;
    if (typedPlainly && asFolded.has(variant)) return true;
    const auxiliary =
      this.language.auxiliaries?.includes(stem) && variant.length >= stem.length + LEAST_ENDING;
    return auxiliary === true && exact.startsWith(stem[0]!);
  }

  #make(word: string): Forms {
    const values = { exact: '', variant: '', stem: '', coarse: '' };
    let value = word;
    let at = 0;
    for (const form of FORMS) {
      for (let step = this.language.steps[at]; step?.form === form; step = this.language.steps[++at])
        value = step.apply(value);
      values[form] = value;
    }
    const { exact, variant, stem, coarse } = values;
    return {
      exact,
      variant,
      stem,
      coarse,
      keys: [keyOf(exact, 'exact'), keyOf(variant, 'variant'), keyOf(stem, 'stem'), keyOf(coarse, 'coarse')],
      stop: this.#isStop(exact, variant, stem),
      number: made++,
    };
  }
}

/** A copy of the word: what is cut from a text would keep all of the text in memory for as long as it is remembered. */
export function detached(word: string): string {
  return Buffer.from(word, 'utf16le').toString('utf16le');
}
