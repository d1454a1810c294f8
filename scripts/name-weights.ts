/**
 * Estimates the weights by which names that no list has are recognised (data/names/weights-*.tsv) from sentences that were
 * written and marked for this (data/names/sentences):
 *
 *   node scripts/name-weights.ts --writing uncased [--measure FILE…] [--ablate] [--write]
 *
 * FILE is JSONL of {text, entities: [{start, end, type: PER|LOC|ORG}]}; its name ends with the language. Nothing in it
 * is used for the weights.
 */
import { Command, Option } from 'commander';
import type { Token } from '../src/analysis/forms.ts';
import { analyzerFor } from '../src/analysis/languages/registry.ts';
import { GAZETTEER_FOLDER, loadGazetteer } from '../src/entities/gazetteer/gazetteer.ts';
import { LABEL_COUNT, LABELS } from '../src/entities/recogniser/crf.ts';
import { FEATURE_GROUPS, featuresAt, groupOf, seenIn } from '../src/entities/recogniser/features.ts';
import { Model } from '../src/entities/recogniser/recogniser.ts';
import { NAME_TYPES, type NameType } from '../src/entities/recogniser/unlisted-id.ts';
import { WRITINGS, type Writing, writeWeights } from '../src/entities/recogniser/weights.ts';
import { Tagger } from '../src/entities/tagger/tagger.ts';
import { estimate, type Labelled } from './name-weights/estimate.ts';
import { readMarked, readSpanned, type SpannedSentence, spanned } from './name-weights/marked.ts';

const LANGUAGES_OF: Readonly<Record<Writing, readonly string[]>> = {
  cased: ['tr', 'en', 'ru'],
  uncased: ['ar'],
};

const PENALTIES: Readonly<Record<Writing, number>> = { cased: 3, uncased: 8 };

interface Sentence extends Labelled {
  text: string;
  tokens: Token[];
  listed: Span[];
}

interface Span {
  type: NameType;
  tokenStart: number;
  tokenEnd: number;
}

const { writing, measure, ablate, write } = new Command('name-weights')
  .addOption(new Option('--writing <name>', 'which weights').choices(WRITINGS).makeOptionMandatory())
  .option('--measure <file...>', 'JSONL of sentences with spans, to measure with', [])
  .option('--ablate', 'measure without each group of features, too')
  .option('--write', 'write the weights')
  .parse()
  .opts<{ writing: Writing; measure: string[]; ablate?: boolean; write?: boolean }>();

const gazetteer = loadGazetteer(GAZETTEER_FOLDER);
const tagger = new Tagger(gazetteer);
const sentences = LANGUAGES_OF[writing].flatMap(readMarked).map((sentence) => seen(spanned(sentence)));
const weights = estimate(sentences, PENALTIES[writing]);
if (write) writeWeights(writing, weights);
for (const file of measure) report(file);

function seen({ language, text, spans }: SpannedSentence): Sentence {
  const tokens = analyzerFor(language).tokens(text);
  const listed = tagger.tagArticle([tokens], [text])[0]!.map(({ entity, tokenStart, tokenEnd }) => ({
    type: gazetteer.entities.get(entity)!.type as NameType,
    tokenStart,
    tokenEnd,
  }));
  const words = seenIn(tokens, text, listed);
  const labels = new Int8Array(tokens.length);
  for (const { start, end, type } of spans) {
    const inside = tokens.flatMap((token, at) => (token.start < end && token.end > start ? [at] : []));
    for (const [n, at] of inside.entries()) labels[at] = LABELS.indexOf(`${n === 0 ? 'B' : 'I'}-${type}`);
  }
  return { text, tokens, listed, words: tokens.map((_, at) => featuresAt(words, at)), labels };
}

function report(file: string): void {
  const all = readSpanned(file).map((sentence) => seen(sentence));
  console.log(`${file}\ngazetteer alone: ${figures(all, ({ listed }) => listed)}`);
  for (const group of ablate ? [undefined, ...FEATURE_GROUPS] : [undefined]) {
    const features = weights.features.map((value, place) =>
      groupOf(Math.floor(place / LABEL_COUNT)) === group ? 0 : value,
    );
    const model = new Model({ ...weights, features });
    const shown = figures(all, ({ tokens, text, listed }) => model.names(tokens, text, listed));
    console.log(`${group === undefined ? 'all' : `without ${group}`}: ${shown}`);
  }
}

function figures(all: readonly Sentence[], namesOf: (sentence: Sentence) => readonly Span[]): string {
  const found = all.map(namesOf);
  return [...NAME_TYPES, undefined]
    .map((type) => {
      let [spans, names, right] = [0, 0, 0];
      for (const [n, sentence] of all.entries()) {
        const wanted = spansOf(sentence.labels).filter((span) => type === undefined || span.type === type);
        const given = found[n]!.filter((span) => type === undefined || span.type === type);
        spans += wanted.length;
        names += given.length;
        right += given.filter((one) => wanted.some((other) => isSame(one, other))).length;
      }
      const shown = (value: number): string => value.toFixed(3).replace(/^0/, '');
      return `${type ?? 'all'} ${shown(right / names)} ${shown(right / spans)} ${shown((2 * right) / (names + spans))}`;
    })
    .join(' | ');
}

function isSame(a: Span, b: Span): boolean {
  return a.type === b.type && a.tokenStart === b.tokenStart && a.tokenEnd === b.tokenEnd;
}

function spansOf(labels: Int8Array): Span[] {
  const found: Span[] = [];
  for (const [at, label] of labels.entries()) {
    if (label === 0) continue;
    if (label % 2 === 1)
      found.push({ type: NAME_TYPES[(label - 1) >> 1]!, tokenStart: at, tokenEnd: at + 1 });
    else found.at(-1)!.tokenEnd = at + 1;
  }
  return found;
}
