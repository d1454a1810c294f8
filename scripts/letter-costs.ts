/**
 * Re-estimates the costs of letter correspondences from pairs of spellings of one name:
 *
 *   node scripts/letter-costs.ts --table arabic --pairs DIR/names-ar.tsv [--write]
 *
 * PAIRS is a TSV of a Latin spelling and one in the table's script. Every second line (even, counted from 0) is used;
 * the others remain for evaluation. Prints the lines of `src/entities/transliteration/letters-TABLE.ts` whose costs
 * change; `--write` updates the file.
 *
 * Method: expectation maximisation over all alignments (Li, Zhang & Su 2004, "A Joint Source-Channel Model for Machine
 * Transliteration"), starting with equally likely correspondences in each line, so that the costs depend only on the
 * pairs and the table. A cost is -ln of the larger of two conditional probabilities (the correspondence given the
 * letters, the letters given the correspondence), at most the cost of an unexplained letter. Lines that occur less than
 * once in the pairs keep their costs, and so do those of `(nothing)`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import {
  type Lattice,
  LetterTable,
  type Line,
  NOTHING,
  readLetters,
  UNKNOWN_IN,
  UNKNOWN_INSTEAD,
} from '../src/entities/transliteration/letters.ts';
import { ARABIC_LETTERS } from '../src/entities/transliteration/letters-arabic.ts';
import { CYRILLIC_LETTERS } from '../src/entities/transliteration/letters-cyrillic.ts';
import { spellingOf } from '../src/entities/transliteration/spelling.ts';

const TABLES: Readonly<Record<string, string>> = { arabic: ARABIC_LETTERS, cyrillic: CYRILLIC_LETTERS };
const ROUNDS = 12;
/** Pseudo-count of each line, shared equally by its correspondences. */
const PRIOR = 1;
/** Columns before the answers of a line. */
const HEAD = 18;
/** Arcs carry the numbers of correspondences instead of costs, counted from here; smaller values are costs. */
const NUMBERED = 1000;

const { table, pairs, write } = new Command('letter-costs')
  .addOption(new Option('--table <name>', 'which table').choices(Object.keys(TABLES)).makeOptionMandatory())
  .requiredOption('--pairs <file>', 'TSV of two spellings of one name')
  .option('--write', 'write the costs into the table')
  .parse()
  .opts<{ table: string; pairs: string; write?: boolean }>();

interface Answer {
  line: Line;
  text: string;
  /** What the table has. */
  given: number;
  cost: number;
}

const lines = readLetters(TABLES[table]!);
const answers: Answer[] = lines.flatMap((line) =>
  line.answers.map(([text, given]) => ({
    line,
    text,
    given,
    cost: isKept(line) ? given : Math.log(line.answers.length),
  })),
);
let number = NUMBERED;
const lattices = new LetterTable(
  lines.map((line) => ({ ...line, answers: line.answers.map(([text]) => [text, number++] as const) })),
  (word) => word,
);
const names = readFileSync(pairs, 'utf8')
  .trim()
  .split('\n')
  .filter((_, place) => place % 2 === 0)
  .flatMap((line) => {
    const [latin, other] = line.split('\t').map((word) => spellingOf(word)?.letters);
    return latin === undefined || other === undefined ? [] : [{ lattice: lattices.lattice(latin), other }];
  });

for (let round = 1; round <= ROUNDS; round++) maximise(expected(), round === ROUNDS);
print();

function isKept({ letters }: Line): boolean {
  return letters === NOTHING;
}

/** Expected count of each correspondence in all names, with the current costs. */
function expected(): Float64Array {
  const counts = new Float64Array(answers.length);
  for (const { lattice, other } of names) count(lattice, other, counts);
  return counts;
}

/** Adds the expected counts of one name: shares of all paths through its lattice (forward-backward algorithm). */
function count(lattice: Lattice, word: string, counts: Float64Array): void {
  const width = word.length + 1;
  const forward = new Float64Array(lattice.length * width);
  const backward = new Float64Array(lattice.length * width);
  const steps: { from: number; to: number; probability: number; answer: number }[] = [];
  forward[0] = 1;
  const step = (from: number, to: number, cost: number): void => {
    const answer = cost - NUMBERED;
    const probability = Math.exp(-(answer < 0 ? cost : answers[answer]!.cost));
    forward[to]! += forward[from]! * probability;
    steps.push({ from, to, probability, answer });
  };
  lattice.forEach((arcs, row) => {
    for (let column = 0; column < width; column++) {
      const from = row * width + column;
      if (forward[from] === 0) continue;
      for (const { length, answer, cost } of arcs)
        if (word.startsWith(answer, column)) step(from, from + length * width + answer.length, cost);
      if (column + 1 === width) continue;
      step(from, from + 1, UNKNOWN_IN);
      if (row + 1 < lattice.length) step(from, from + width + 1, UNKNOWN_INSTEAD);
    }
  });
  const all = forward.at(-1)!;
  if (all === 0) return;
  backward[backward.length - 1] = 1;
  for (const { from, to, probability, answer } of steps.reverse()) {
    const share = probability * backward[to]!;
    backward[from]! += share;
    if (answer >= 0) counts[answer]! += (forward[from]! * share) / all;
  }
}

/** Sets the costs from the counts; during the iteration, only by the probability given the letters. */
function maximise(counts: Float64Array, last: boolean): void {
  const ofLine = new Map<Line, number>();
  const ofText = new Map<string, number>();
  answers.forEach(({ line, text }, place) => {
    ofLine.set(line, (ofLine.get(line) ?? 0) + counts[place]!);
    ofText.set(text, (ofText.get(text) ?? 0) + counts[place]!);
  });
  answers.forEach((answer, place) => {
    const { line, text, given } = answer;
    if (isKept(line)) return;
    const written = (counts[place]! + PRIOR / line.answers.length) / (ofLine.get(line)! + PRIOR);
    const read = text === '' ? 0 : counts[place]! / ofText.get(text)! || 0;
    answer.cost = -Math.log(last ? Math.max(written, read) : written);
    if (last && ofLine.get(line)! < 1) answer.cost = given;
  });
}

/** Prints the changed lines, and writes them if asked to. */
function print(): void {
  const file = fileURLToPath(new URL(`../src/entities/letters-${table}.ts`, import.meta.url));
  const before = new Map(lines.map((line) => [line, textOf(line, line.answers)]));
  let source = readFileSync(file, 'utf8');
  for (const line of lines) {
    const own = answers.filter((answer) => answer.line === line);
    const after = textOf(
      line,
      own
        .map(({ text, cost }) => [text, Math.round(Math.min(UNKNOWN_IN, cost) * 10) / 10] as const)
        .sort(([, a], [, b]) => a - b),
    );
    if (after === before.get(line)) continue;
    console.log(after);
    const written = `\n${before.get(line)}\n`;
    if (!source.includes(written))
      throw new Error(`${file} has this line in another form: ${before.get(line)}`);
    source = source.replace(written, () => `\n${after}\n`);
  }
  if (write) writeFileSync(file, source);
}

function textOf({ letters, place }: Line, answered: Line['answers']): string {
  const head = place === undefined ? letters : `${letters} ${place}`;
  const rest = answered.map(([text, cost]) => `${text === '' ? '-' : text} ${cost.toFixed(1)}`);
  return head.padEnd(HEAD) + rest.join('  ');
}
