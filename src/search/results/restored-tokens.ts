/**
 * Restores the annotation of a hit from its forward index: languages and mentions as indexed, and the words that may
 * answer the query. Only passages with such a word or a mention are tokenised again, and only such words are analysed:
 * a full annotation of every hit would cost as much as indexing it.
 */

import type { Token } from '../../analysis/forms.ts';
import { directionOf } from '../../analysis/language-detection.ts';
import { analyzerFor } from '../../analysis/languages/registry.ts';
import { tokenize } from '../../analysis/tokenizer.ts';
import { withRoom } from '../../common/room.ts';
import { type Article, type Direction, FIELDS, type Field } from '../../common/types.ts';
import { ANALYSIS_LIMITS, type AnalysisLimits } from '../../config/analysis-limits.ts';
import { type AnnotatedPassage, fieldText, linesOf } from '../../document/annotate.ts';
import { type ForwardIndex, formNumber } from '../../document/forward-index.ts';
import { WordMarks } from '../../document/word-marks.ts';
import type { Mention } from '../../entities/tagger/tagger.ts';
import type { EntityOf } from './entity-names.ts';

const EXACT = formNumber('exact');

export class TokenRestorer {
  /** 1 for words that are wanted. */
  readonly #marks: WordMarks;
  readonly #entityOf: EntityOf;
  readonly #limits: AnalysisLimits;
  readonly #offsets = new WordOffsets();

  /**
   * `wanted`: hashes of the words that may answer the query, in any form. `entityOf`: the entity of a hash. `limits`: those
   * that the index was made with. `room`: see `WordMarks`.
   */
  constructor(
    wanted: Iterable<number>,
    entityOf: EntityOf,
    limits: AnalysisLimits = ANALYSIS_LIMITS,
    room?: Uint16Array,
  ) {
    this.#limits = limits;
    this.#entityOf = entityOf;
    this.#marks = new WordMarks(wanted, () => 1, room);
  }

  /**
   * The passages as `annotate` gives them, without the words that are not wanted. `forwardIndex`: of the article;
   * `undefined` if it turns out to be that of another text.
   */
  passages(article: Article, forwardIndex: ForwardIndex): AnnotatedPassage[] | undefined {
    const { words, mentionCount, passageBreak } = forwardIndex;
    const marks = this.#marks;
    marks.use(forwardIndex);
    const passages: AnnotatedPassage[] = [];
    let start = 0;
    let mention = 0;
    for (const field of FIELDS) {
      const text = fieldText(article, field);
      for (const line of linesOf(article, field, this.#limits)) {
        // Of an article that exceeds the limits, the rest is not indexed.
        if (start === words.length && this.#isFull(words.length, passages.length)) return passages;
        const wanted: number[] = [];
        let end = marks.next(forwardIndex, start);
        for (; end < words.length && words[end] !== passageBreak; end = marks.next(forwardIndex, end + 1))
          wanted.push(end);
        if (end === words.length) return undefined;
        const lang = forwardIndex.languageOf(passages.length);
        const passage = new RestoredPassage(field, text, line, lang);
        const first = mention;
        while (mention < mentionCount && forwardIndex.mentionStart(mention) < end) mention++;
        const count = end - start;
        const mayBeCut = end + 1 === words.length && this.#isFull(words.length, passages.length + 1);
        if (mention > first || mayBeCut || wanted.length > 0) {
          const { offsets: cut, words: found } = this.#offsets.of(
            text.slice(line.start, line.end),
            line.start,
          );
          if (found !== count) {
            if (!mayBeCut || found < count) return undefined;
            passage.end = cut[count * 2 - 1]!;
          }
          const analyzer = analyzerFor(lang);
          for (const position of wanted) {
            const at = (position - start) * 2;
            const [from, to] = [cut[at]!, cut[at + 1]!];
            const forms = analyzer.formsAt(text, from, to);
            if (forms.hashes[EXACT] !== forwardIndex.hash(words[position]!, EXACT)) return undefined;
            passage.tokens.push({ start: from, end: to, forms });
          }
          for (let at = first; at < mention; at++) {
            const entity = this.#entityOf(forwardIndex.mentionedEntity(at), article.id ?? '');
            const from = forwardIndex.mentionStart(at) - start;
            if (entity !== undefined)
              passage.mentions.push(mentionAt(cut, from, forwardIndex.mentionLength(at), entity));
          }
        }
        passages.push(passage);
        start = end + 1;
      }
    }
    return start === words.length ? passages : undefined;
  }

  /** Whether an index has as much as it may have. `positions`: words and ends of passages. */
  #isFull(positions: number, passages: number): boolean {
    return positions - passages >= this.#limits.words || passages >= this.#limits.passages;
  }
}

class RestoredPassage implements AnnotatedPassage {
  readonly field: Field;
  readonly start: number;
  end: number;
  readonly lang: string;
  readonly tokens: Token[] = [];
  readonly mentions: Mention[] = [];
  readonly #text: string;
  readonly #lineEnd: number;

  /** `text`: of the field. */
  constructor(field: Field, text: string, { start, end }: { start: number; end: number }, lang: string) {
    this.field = field;
    this.start = start;
    this.end = end;
    this.lang = lang;
    this.#text = text;
    this.#lineEnd = end;
  }

  /** Most passages are not shown. */
  get dir(): Direction {
    return directionOf(this.#text.slice(this.start, this.#lineEnd));
  }
}

/** Where the words of one text after the other are. */
class WordOffsets {
  /** Start and end of word n at 2n and 2n + 1; of the text that was cut last. */
  offsets = new Uint32Array(512);
  words = 0;

  /** Cuts a text that begins at `offset`. */
  of(text: string, offset: number): this {
    let end = 0;
    tokenize(text, (from, to) => {
      if (end === this.offsets.length) this.offsets = withRoom(this.offsets, end + 2);
      this.offsets[end++] = from + offset;
      this.offsets[end++] = to + offset;
    });
    this.words = end / 2;
    return this;
  }
}

function mentionAt(offsets: ArrayLike<number>, tokenStart: number, length: number, entity: string): Mention {
  const tokenEnd = tokenStart + length;
  return {
    start: offsets[tokenStart * 2]!,
    end: offsets[tokenEnd * 2 - 1]!,
    entity,
    tokenStart,
    tokenEnd,
  };
}
