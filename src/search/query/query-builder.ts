/** Analyses a syntax tree: its words become clauses with their forms and entities, its operators a condition. */

import type { Analyzer } from '../../analysis/analyzer.ts';
import type { Form } from '../../analysis/language.ts';
import { detectLanguage } from '../../analysis/language-detection.ts';
import { analyzerFor } from '../../analysis/languages/registry.ts';
import { isParticle } from '../../entities/language-rules.ts';
import { conditionOf, type QueryParts } from './filters.ts';
import type { ParsedQuery } from './parser.ts';
import {
  type Alternative,
  hasAlternative,
  type MatchCondition,
  type Query,
  type QueryClause,
  type QueryWord,
} from './query.ts';
import { analyzersOfWord, queryWordsOf } from './query-words.ts';
import type { FilterNode, PhraseNode, QueryNode, WordNode } from './syntax-tree.ts';

/** Types of entities whose names have words made from them. */
const DERIVED_FROM: ReadonlySet<string> = new Set(['place', 'organisation']);

export interface QueryOptions {
  /** Accept nothing but the exact form of every word; names then stand for themselves only. */
  exact: boolean;
}

/** Analyses a parsed query, whose filters must be resolved. */
export function queryOf(
  { text, root, operators }: Pick<ParsedQuery, 'text' | 'root' | 'operators'>,
  parts: QueryParts,
  { exact }: QueryOptions,
): Query {
  if (root === undefined) return { clauses: [], excluded: [], condition: { all: [] }, relaxable: false };
  const builder = new QueryBuilder(text, parts, exact);
  const condition = builder.condition(root, false);
  const { clauses, excluded, plain } = builder;
  withoutSimilarWordsOfName(clauses);
  return { clauses, excluded, condition, relaxable: plain && !operators && !exact };
}

/** A name that is known has no similar words: if a query is one, its words are compared by stem. */
export function withoutSimilarWordsOfName(clauses: readonly QueryClause[]): void {
  const isName = clauses.every((clause) => clause.optional || hasAlternative(clause, 'entity'));
  if (isName) for (const clause of clauses) if (clause.loosestForm === 'root') clause.loosestForm = 'stem';
}

/** A name in the query; UTF-16 offsets. */
interface QueryMention {
  start: number;
  end: number;
  entity: string;
}

class QueryBuilder {
  readonly clauses: QueryClause[] = [];
  readonly excluded: QueryClause[] = [];
  /** False once a phrase, a field or a word with an operator of its own was read. */
  plain = true;
  readonly #text: string;
  readonly #parts: QueryParts;
  readonly #exact: boolean;
  #analysed = { text: '', start: 0, words: [] as QueryWord[] };
  #detected = { text: '', analyzer: analyzerFor('und') };

  constructor(text: string, parts: QueryParts, exact: boolean) {
    this.#text = text;
    this.#parts = parts;
    this.#exact = exact;
  }

  condition(node: QueryNode, negated: boolean): MatchCondition {
    switch (node.type) {
      case 'and':
        return this.#all(node.children, negated);
      case 'or':
        return this.#any(node.children, negated);
      case 'not': {
        const child = this.condition(node.child, !negated);
        return isEmpty(child) ? child : { not: child };
      }
      case 'word':
        return this.#all([node], negated);
      case 'phrase':
        return this.#phrase(queryWordsOf(node.text, node.start), node, 'folded', negated);
      case 'filter':
        return this.#filter(node);
    }
  }

  /** Words side by side are analysed together: a name may have several, and stop words beside others are optional. */
  #all(children: readonly QueryNode[], negated: boolean): MatchCondition {
    const words = children.filter((child) => child.type === 'word');
    const isOptional = negated ? () => false : this.#optionalTest(words);
    const all: MatchCondition[] = [];
    for (let at = 0; at < children.length; at++) {
      const child = children[at]!;
      if (child.type !== 'word') {
        all.push(this.condition(child, negated));
        continue;
      }
      const run = [child];
      for (let next = children[at + 1]; next?.type === 'word' && next.field === child.field; ) {
        run.push(next);
        next = children[++at + 1];
      }
      all.push(...this.#words(run, isOptional, negated));
    }
    return allOf(all);
  }

  /** Alternatives that are single words are one clause, so that a document with several of them is no better covered. */
  #any(children: readonly QueryNode[], negated: boolean): MatchCondition {
    const clauses = this.#clausesFor(negated);
    const before = clauses.length;
    const any = children.map((child) => this.condition(child, negated)).filter((part) => !isEmpty(part));
    const added = clauses.splice(before);
    const merged = any.every((part) => 'clause' in part) ? mergedClause(added) : undefined;
    clauses.push(...(merged === undefined ? added : [merged]));
    if (merged !== undefined) return { clause: merged };
    return any.length <= 1 ? (any[0] ?? { all: [] }) : { any };
  }

  #words(
    run: readonly WordNode[],
    isOptional: (word: QueryWord) => boolean,
    negated: boolean,
  ): MatchCondition[] {
    const mentions = this.#mentionsIn(run);
    return joined(run, this.#text).flatMap((node) => {
      const words = this.#wordsOf(node);
      if (isModified(node) || node.field !== undefined) this.plain = false;
      // Text that the tokenizer cuts is meant as one word in a field or where it is excluded.
      if (words.length > 1 && !/\s/u.test(node.text) && (node.field !== undefined || negated))
        return [this.#phrase(words, { ...node, slop: 0 }, 'stem', negated)];
      return words.flatMap((word, index): MatchCondition[] => {
        const modified = index === words.length - 1 && isModified(node);
        const clause: QueryClause = {
          alternatives: [
            { kind: 'word', word, forms: word.forms },
            ...(modified ? [] : entitiesAt(word, mentions)),
            ...(modified || negated ? [] : this.#derivedWords(word, mentions)),
          ],
          optional: isOptional(word),
          loosestForm: this.#loosestForm(node, negated),
          ...(node.field && { field: node.field }),
          ...(modified && node.prefix && { prefix: true }),
          ...(modified && node.edits && { edits: node.edits }),
        };
        this.#clausesFor(negated).push(clause);
        return clause.optional ? [] : [{ clause }];
      });
    });
  }

  /** The words made from a name of one word. */
  #derivedWords(word: QueryWord, mentions: readonly QueryMention[]): Alternative[] {
    const { entities } = this.#parts.gazetteer;
    const isOfPlace = mentions.some(
      ({ start, end, entity }) =>
        start === word.start && end === word.end && DERIVED_FROM.has(entities.get(entity)?.type ?? ''),
    );
    const forms = isOfPlace
      ? analyzersOfWord(word.text).flatMap((analyzer) => {
          const made = analyzer.language.placeWords?.(analyzer.forms(word.text)) ?? [];
          return made.map((derived) => analyzer.forms(derived));
        })
      : [];
    return forms.length === 0 ? [] : [{ kind: 'derived', word, forms }];
  }

  /** Plain words are compared by root too: it tells similar words. */
  #loosestForm(node: WordNode, negated: boolean): Form {
    if (this.#exact) return 'exact';
    return node.field === undefined && !isModified(node) && !negated ? 'root' : 'stem';
  }

  /**
   * Tells the optional words of a query: stop words of its language or of any language of the word's script, unless it has
   * no others, and particles before a name with a hyphen between (al-Kashif is not about every al-). What is asked for
   * with an operator of its own (von*) is meant.
   */
  #optionalTest(nodes: readonly WordNode[]): (word: QueryWord) => boolean {
    const words = joined(nodes, this.#text).flatMap((node) => this.#wordsOf(node));
    const language = this.#analyzerOf(words.map((word) => word.text).join(' '));
    const modifiedEnds = new Set(nodes.filter(isModified).map(({ start, text }) => start + text.length));
    const isStop = ({ text, end }: QueryWord): boolean =>
      !modifiedEnds.has(end) &&
      [language, ...analyzersOfWord(text)].some((analyzer) => analyzer.forms(text).stop);
    const isParticleOfName = ({ end, forms }: QueryWord): boolean =>
      /^[-\u2010\u2011]\p{L}/u.test(this.#text.slice(end, end + 3)) && isParticle(forms[0]!.folded);
    return words.every(isStop) ? () => false : (word) => isStop(word) || isParticleOfName(word);
  }

  /** The words of a node; those of the text before are kept, as they are asked for twice. */
  #wordsOf({ text, start }: WordNode): readonly QueryWord[] {
    const { text: before, start: startBefore, words } = this.#analysed;
    if (text === before && start === startBefore) return words;
    this.#analysed = { text, start, words: queryWordsOf(text, start) };
    return this.#analysed.words;
  }

  #clausesFor(negated: boolean): QueryClause[] {
    return negated ? this.excluded : this.clauses;
  }

  #phrase(
    words: readonly QueryWord[],
    { slop, field }: Pick<PhraseNode, 'slop' | 'field'>,
    form: Form,
    negated: boolean,
  ): MatchCondition {
    this.plain &&= negated;
    if (words.length === 0) return { all: [] };
    const loosestForm = this.#exact ? 'exact' : form;
    if (!negated) {
      for (const word of words) {
        const alternatives: Alternative[] = [{ kind: 'word', word, forms: word.forms }];
        this.clauses.push({ alternatives, optional: false, loosestForm, ...(field && { field }) });
      }
    }
    return { phrase: { words, slop, loosestForm, ...(field && { field }) } };
  }

  #filter(node: FilterNode): MatchCondition {
    const condition = conditionOf(node, this.#parts);
    return typeof condition === 'string' ? { all: [] } : { filter: condition };
  }

  /** The names in words side by side. Everything else is blanked, so that offsets remain those of the query. */
  #mentionsIn(run: readonly WordNode[]): QueryMention[] {
    if (this.#exact) return [];
    let blanked = '';
    for (const { start, text } of run)
      blanked = blanked.padEnd(start) + this.#text.slice(start, start + text.length);
    blanked = blanked.padEnd(this.#text.length);
    return this.#parts.tagger.recognise(this.#analyzerOf(blanked).tokens(blanked), blanked);
  }

  /** The analyzer of a text's language; that of the text before is kept, which is mostly the same. */
  #analyzerOf(text: string): Analyzer {
    if (this.#detected.text !== text) this.#detected = { text, analyzer: analyzerFor(detectLanguage(text)) };
    return this.#detected.analyzer;
  }
}

const isEmpty = (condition: MatchCondition): boolean => 'all' in condition && condition.all.length === 0;

/** The conditions at once; those that every document meets are left out. */
function allOf(conditions: readonly MatchCondition[]): MatchCondition {
  const all = conditions.flatMap((condition) => ('all' in condition ? condition.all : [condition]));
  return all.length === 1 ? all[0]! : { all };
}

/** One clause with the alternatives of all; `undefined` if they are of different fields. */
function mergedClause(clauses: readonly QueryClause[]): QueryClause | undefined {
  const [first, ...others] = clauses;
  if (first === undefined || others.some(({ field }) => field !== first.field)) return undefined;
  if (clauses.some(({ prefix, edits }) => prefix || edits !== undefined)) return undefined;
  // A word of several alternatives has no similar words.
  const loosestForm = first.loosestForm === 'root' ? 'stem' : first.loosestForm;
  const alternatives = clauses.flatMap((clause) => clause.alternatives);
  return { alternatives, optional: false, loosestForm, ...(first.field && { field: first.field }) };
}

const isModified = ({ prefix, edits }: WordNode): boolean => prefix === true || edits !== undefined;

/** Words with nothing but white space between as one text: some words are written in two parts (hava limanı, S 400). */
function joined(run: readonly WordNode[], text: string): WordNode[] {
  const nodes: WordNode[] = [];
  for (const node of run) {
    const before = nodes.at(-1);
    if (before === undefined || isModified(before) || isModified(node)) {
      nodes.push(node);
      continue;
    }
    const between = text.slice(before.start + before.text.length, node.start);
    if (!/^\s+$/u.test(between)) nodes.push(node);
    else nodes[nodes.length - 1] = { ...before, text: before.text + between + node.text };
  }
  return nodes;
}

/** The entities whose names cover a word of the query. */
function entitiesAt(word: QueryWord, mentions: readonly QueryMention[]): Alternative[] {
  const covering = mentions.filter(({ start, end }) => start <= word.start && word.end <= end);
  return [...new Set(covering.map(({ entity }) => entity))].map((entity) => ({
    kind: 'entity',
    word,
    entity,
  }));
}
