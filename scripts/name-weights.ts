/**
 * Estimates the weights by which names that no list has are recognised (data/names/weights-*.tsv):
 *
 *   node scripts/name-weights.ts --writing uncased --sentences DIR/entities-ar.jsonl [--folds 5] [--write]
 *
 * SENTENCES is JSONL of {text, entities: [{start, end, type: PER|LOC|ORG}]}; its name ends with the language. With
 * `--folds n` the figures of each n-th of the sentences are those of weights from the others, with every group of
 * features, and without each one (its weights set to 0). `--write` estimates from all sentences and writes the file.
 *
 * Method: maximum likelihood with an L2 penalty by Adam (Kingma & Ba 2015), all sentences in each round.
 */
import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { Token } from '../src/analysis/forms.ts';
import { analyzerFor } from '../src/analysis/languages/registry.ts';
import { GAZETTEER_FOLDER, loadGazetteer } from '../src/entities/gazetteer/gazetteer.ts';
import {
  emissions,
  LABEL_COUNT,
  LABELS,
  mayFollow,
  sums,
  type Weights,
} from '../src/entities/recogniser/crf.ts';
import {
  FEATURE_GROUPS,
  FEATURES,
  featuresAt,
  groupOf,
  seenIn,
} from '../src/entities/recogniser/features.ts';
import { Model } from '../src/entities/recogniser/recogniser.ts';
import type { NameType } from '../src/entities/recogniser/unlisted-id.ts';
import { WRITINGS, type Writing, writeWeights } from '../src/entities/recogniser/weights.ts';
import { Tagger } from '../src/entities/tagger/tagger.ts';

const TYPES: Readonly<Record<string, NameType>> = { PER: 'person', LOC: 'place', ORG: 'organisation' };
const ROUNDS = 150;
const PENALTY = 5;
const RATE = 0.1;
/** Share of the rounds after which the rate is lower, and how much. */
const LATE = 0.7;
const LATE_RATE = 0.3;
const PAIRS = LABEL_COUNT * LABEL_COUNT;

interface Sentence {
  text: string;
  tokens: Token[];
  listed: { type: NameType; tokenStart: number; tokenEnd: number }[];
  /** Features of each word. */
  words: number[][];
  labels: Int8Array;
}

interface Span {
  type: string;
  tokenStart: number;
  tokenEnd: number;
}

const { writing, sentences, folds, write } = new Command('name-weights')
  .addOption(new Option('--writing <name>', 'which weights').choices(WRITINGS).makeOptionMandatory())
  .requiredOption('--sentences <file...>', 'JSONL of sentences with spans')
  .option('--folds <n>', 'report the figures of each n-th by weights from the others', Number)
  .option('--write', 'write the weights')
  .parse()
  .opts<{ writing: Writing; sentences: string[]; folds?: number; write?: boolean }>();

const gazetteer = loadGazetteer(GAZETTEER_FOLDER);
const tagger = new Tagger(gazetteer);
const read = sentences.flatMap(readSentences);
if (folds !== undefined) report(read, folds);
if (write) writeWeights(writing, estimate(read));

function readSentences(file: string): Sentence[] {
  const analyzer = analyzerFor(/-(\w+)\.jsonl$/.exec(file)?.[1] ?? 'und');
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { text, entities } = JSON.parse(line);
      const tokens = analyzer.tokens(text);
      const listed = tagger.tagArticle([tokens], [text])[0]!.map(({ entity, tokenStart, tokenEnd }) => ({
        type: gazetteer.entities.get(entity)!.type as NameType,
        tokenStart,
        tokenEnd,
      }));
      const seen = seenIn(tokens, text, listed);
      const labels = new Int8Array(tokens.length);
      for (const { start, end, type } of entities) {
        const inside = tokens.flatMap((token, at) => (token.start < end && token.end > start ? [at] : []));
        for (const [n, at] of inside.entries())
          labels[at] = LABELS.indexOf(`${n === 0 ? 'B' : 'I'}-${TYPES[type]!}`);
      }
      return { text, tokens, listed, words: tokens.map((_, at) => featuresAt(seen, at)), labels };
    });
}

function estimate(from: readonly Sentence[]): Weights {
  const used = [...new Set(from.flatMap(({ words }) => words.flat()))];
  const places = new Map(used.map((feature, place) => [feature, place]));
  const words = from.map((sentence) => sentence.words.map((some) => some.map((one) => places.get(one)!)));
  const size = used.length * LABEL_COUNT;
  const weights: Weights = { features: new Float32Array(size), transitions: new Float32Array(PAIRS) };
  const [mean, square] = [new Float64Array(size + PAIRS), new Float64Array(size + PAIRS)];
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = new Float64Array(size + PAIRS);
    for (const [n, { labels }] of from.entries()) addGradient(gradient, words[n]!, labels, weights, size);
    const rate = RATE * (round < ROUNDS * LATE ? 1 : LATE_RATE);
    for (let n = 0; n < gradient.length; n++) {
      const [list, at] = n < size ? [weights.features, n] : [weights.transitions, n - size];
      const slope = gradient[n]! + PENALTY * list[at]!;
      mean[n] = 0.9 * mean[n]! + 0.1 * slope;
      square[n] = 0.99 * square[n]! + 0.01 * slope * slope;
      list[at]! -=
        (rate * (mean[n]! / (1 - 0.9 ** round))) / (Math.sqrt(square[n]! / (1 - 0.99 ** round)) + 1e-8);
    }
  }
  const features = new Float32Array(FEATURES * LABEL_COUNT);
  for (const [place, feature] of used.entries())
    features.set(
      weights.features.subarray(place * LABEL_COUNT, (place + 1) * LABEL_COUNT),
      feature * LABEL_COUNT,
    );
  return { features, transitions: weights.transitions };
}

/** Adds expected minus observed counts of one sentence; those of transitions are at `transitionsAt`. */
function addGradient(
  gradient: Float64Array,
  words: readonly number[][],
  labels: Int8Array,
  weights: Weights,
  transitionsAt: number,
): void {
  if (words.length === 0) return;
  const scores = emissions(words, weights);
  const { forward, backward, total } = sums(scores, weights);
  for (let at = 0; at < words.length; at++) {
    for (let label = 0; label < LABEL_COUNT; label++) {
      const place = at * LABEL_COUNT + label;
      const over = Math.exp(forward[place]! + backward[place]! - total) - (labels[at] === label ? 1 : 0);
      if (Math.abs(over) > 1e-5)
        for (const feature of words[at]!) gradient[feature * LABEL_COUNT + label]! += over;
    }
    if (at === 0) continue;
    for (let pair = 0; pair < PAIRS; pair++) {
      const [before, label] = [Math.floor(pair / LABEL_COUNT), pair % LABEL_COUNT];
      if (!mayFollow(before, label)) continue;
      gradient[transitionsAt + pair]! += Math.exp(
        forward[(at - 1) * LABEL_COUNT + before]! +
          weights.transitions[pair]! +
          scores[at * LABEL_COUNT + label]! +
          backward[at * LABEL_COUNT + label]! -
          total,
      );
    }
    gradient[transitionsAt + labels[at - 1]! * LABEL_COUNT + labels[at]!]! -= 1;
  }
}

function report(all: readonly Sentence[], parts: number): void {
  const switchedOff = [undefined, ...FEATURE_GROUPS];
  const found = switchedOff.map(() => new Map<Sentence, Span[]>());
  for (let part = 0; part < parts; part++) {
    const weights = estimate(all.filter((_, n) => n % parts !== part));
    for (const [n, group] of switchedOff.entries()) {
      const features = weights.features.map((weight, place) =>
        groupOf(Math.floor(place / LABEL_COUNT)) === group ? 0 : weight,
      );
      const model = new Model({ ...weights, features });
      for (const sentence of all.filter((_, place) => place % parts === part))
        found[n]!.set(sentence, model.names(sentence.tokens, sentence.text, sentence.listed));
    }
  }
  console.log(`gazetteer alone: ${figures(all, ({ listed }) => listed)}`);
  for (const [n, group] of switchedOff.entries())
    console.log(
      `${group === undefined ? 'all' : `without ${group}`}: ${figures(all, (sentence) => found[n]!.get(sentence)!)}`,
    );
}

function figures(all: readonly Sentence[], namesOf: (sentence: Sentence) => readonly Span[]): string {
  return [...Object.values(TYPES), undefined]
    .map((type) => {
      let [spans, names, right] = [0, 0, 0];
      for (const sentence of all) {
        const wanted = spansOf(sentence.labels).filter((span) => type === undefined || span.type === type);
        const given = namesOf(sentence).filter((span) => type === undefined || span.type === type);
        spans += wanted.length;
        names += given.length;
        right += given.filter((one) =>
          wanted.some(
            (other) =>
              other.type === one.type &&
              other.tokenStart === one.tokenStart &&
              other.tokenEnd === one.tokenEnd,
          ),
        ).length;
      }
      const shown = (value: number): string => value.toFixed(3).replace(/^0/, '');
      return `${type ?? 'all'} ${shown(right / names)} ${shown(right / spans)} ${shown((2 * right) / (names + spans))}`;
    })
    .join(' | ');
}

function spansOf(labels: Int8Array): Span[] {
  const found: Span[] = [];
  for (const [at, label] of labels.entries()) {
    if (label === 0) continue;
    if (label % 2 === 1) found.push({ type: LABELS[label]!.slice(2), tokenStart: at, tokenEnd: at + 1 });
    else found.at(-1)!.tokenEnd = at + 1;
  }
  return found;
}
