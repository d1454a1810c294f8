/**
 * Finds the names of the gazetteer in text: one pass over the words of a passage, the longest name first.
 * Names are kept in a trie of words (variant forms); a word of the text is looked up as it is and without the clitics
 * and endings a name may carry: clitics on the first word of a name, Turkish endings on the last, Russian on every one.
 */
import type { Token } from '../text/analyse.ts';
import { analyserFor } from '../text/languages.ts';
import { withoutEndings, withoutProclitics } from './affixes.ts';
import { type Gazetteer, namesOf } from './gazetteer.ts';

/** One mention. Offsets are those of the tokens: from the start of the first to the end of the last. */
export interface Mention {
  start: number;
  end: number;
  /** Entity id. */
  entity: string;
  /** Index of the first token, and of the one after the last. */
  tokenStart: number;
  tokenEnd: number;
}

interface Node {
  /** Next word of a name -> what follows. */
  readonly next: Map<string, Node>;
  /** Entity whose name ends here. */
  entity?: string;
  /** The name also means other things. */
  ambiguous: boolean;
}

interface Span {
  mention: Mention;
  ambiguous: boolean;
}

/** Latin and Cyrillic names shorter than this must be written with a capital. */
const CAPITAL_BELOW = 5;

export class Tagger {
  readonly #root: Node = { next: new Map(), ambiguous: false };

  constructor({ entities }: Gazetteer) {
    for (const entity of entities.values()) {
      for (const { name, language, ambiguous } of namesOf(entity)) {
        let node = this.#root;
        for (const { forms } of analyserFor(language).tokens(name)) {
          let next = node.next.get(forms.variant);
          if (next === undefined) {
            next = { next: new Map(), ambiguous: false };
            node.next.set(forms.variant, next);
          }
          node = next;
        }
        if (node === this.#root || (node.entity !== undefined && ambiguous)) continue;
        if (node.entity !== undefined && !node.ambiguous) continue;
        node.entity = entity.id;
        node.ambiguous = ambiguous;
      }
    }
  }

  /**
   * Mentions in the passages of one article, in order; a name within a name follows the one that holds it.
   * `texts[i]` is the text that the offsets of `passages[i]` count in. Ambiguous names count where another name of the same entity is there.
   */
  tagArticle(passages: readonly (readonly Token[])[], texts: readonly string[]): Mention[][] {
    const found = passages.map((tokens, index) => this.#scan(tokens, texts[index]!, true));
    const certain = new Set(
      found
        .flat()
        .filter(({ ambiguous }) => !ambiguous)
        .map(({ mention }) => mention.entity),
    );
    return found.map((spans) =>
      spans
        .filter(({ ambiguous, mention }) => !ambiguous || certain.has(mention.entity))
        .map(({ mention }) => mention),
    );
  }

  /** Names in a query, whose writer may not care for capitals; an ambiguous one only where it is all of the query. */
  recognise(tokens: readonly Token[], text: string): Mention[] {
    return this.#scan(tokens, text, false)
      .filter(
        ({ ambiguous, mention }) => !ambiguous || mention.tokenEnd - mention.tokenStart === tokens.length,
      )
      .map(({ mention }) => mention);
  }

  #scan(tokens: readonly Token[], text: string, written: boolean): Span[] {
    const found: Span[] = [];
    let at = 0;
    while (at < tokens.length) {
      const span = this.#longest(tokens, at, tokens.length, text, written);
      if (span === undefined) {
        at++;
        continue;
      }
      found.push(span);
      if (written) found.push(...this.#inside(tokens, span.mention, text));
      at = span.mention.tokenEnd;
    }
    return found;
  }

  /** The names within a name: the Astana format is also about Astana. */
  #inside(tokens: readonly Token[], { tokenStart, tokenEnd, entity }: Mention, text: string): Span[] {
    const found: Span[] = [];
    let at = tokenStart;
    while (at < tokenEnd) {
      const span = this.#longest(tokens, at, at === tokenStart ? tokenEnd - 1 : tokenEnd, text, true);
      if (span !== undefined && span.mention.entity !== entity) found.push(span);
      at = span?.mention.tokenEnd ?? at + 1;
    }
    return found;
  }

  /** The longest name that begins at token `from` and ends before token `limit`. */
  #longest(
    tokens: readonly Token[],
    from: number,
    limit: number,
    text: string,
    written: boolean,
  ): Span | undefined {
    let best: Span | undefined;
    let reached: Node[] = [this.#root];
    for (let at = from; at < limit && reached.length > 0; at++) {
      const { variant } = tokens[at]!.forms;
      const first = at === from;
      const nodes = new Set<Node>();
      for (const { next } of reached) {
        const plain = next.get(variant);
        if (plain !== undefined) nodes.add(plain);
        if (first) for (const bare of withoutProclitics(variant)) addNode(nodes, next.get(bare));
      }
      for (const { next } of reached)
        for (const bare of withoutEndings(variant)) addNode(nodes, next.get(bare));
      reached = [...nodes];
      const end = reached.find(({ entity }) => entity !== undefined);
      if (end === undefined || (written && !looksLikeName(tokens[from]!, text, at === from, end.ambiguous)))
        continue;
      const span = { start: tokens[from]!.start, end: tokens[at]!.end, tokenStart: from, tokenEnd: at + 1 };
      best = { mention: { ...span, entity: end.entity! }, ambiguous: end.ambiguous };
    }
    return best;
  }
}

function addNode(nodes: Set<Node>, node: Node | undefined): void {
  if (node !== undefined) nodes.add(node);
}

/** Scripts without case tell nothing; in the others a single short or ambiguous name needs its capital. */
function looksLikeName({ start, end }: Token, text: string, single: boolean, ambiguous: boolean): boolean {
  const first = text[start] ?? '';
  if (!single || (end - start >= CAPITAL_BELOW && !ambiguous)) return true;
  return first.toLowerCase() === first.toUpperCase() || first !== first.toLowerCase();
}
