/**
 * A gazetteer of a million entities: `node scripts/bench/entities.ts --text FILE.jsonl.gz … [--entities 1000000]`.
 *
 * A seeded generator makes entities with five names each in four languages: people of common given and family names,
 * places, organisations; part of their words are words of the text, so that names begin in it as often as in a real list.
 * Measured: packing, start-up, memory, the rate of the tagger beside that of the built-in gazetteer, a change of one
 * entity, `entities check`, and completion. Every figure is of this process; wall-clock times on an idle machine.
 */

import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Token } from '../../src/analysis/forms.ts';
import { detectLanguage } from '../../src/analysis/language-detection.ts';
import { analyzerFor } from '../../src/analysis/languages/registry.ts';
import { incomplete } from '../../src/entities/gazetteer/coverage.ts';
import { GAZETTEER_FOLDER, loadGazetteer } from '../../src/entities/gazetteer/gazetteer.ts';
import { PrefixLookup } from '../../src/entities/gazetteer/prefix-lookup.ts';
import { affectedBy, storedSnapshot } from '../../src/entities/tagger/gazetteer-diff.ts';
import { Tagger } from '../../src/entities/tagger/tagger.ts';
import { readLines } from '../evaluate/lines.ts';
import { randomNumbers, zipf } from './random.ts';

const SEED = 20261128;
const collect = (value: string, before: string[]): string[] => [...before, value];
const options = new Command('entities')
  .requiredOption('--text <file>', 'JSONL (.gz) of {title?, text}; may be repeated', collect, [])
  .option('--entities <n>', 'entities in the list', Number, 1_000_000)
  .option('--megabytes <n>', 'text that is tagged', Number, 10)
  .option('--folder <folder>', 'where the list is made, and kept', '/tmp/lisan-bench-entities')
  .option('--only <gazetteer>', 'built-in or list: measure one in this process (used by the script itself)')
  .parse()
  .opts<{ text: string[]; entities: number; megabytes: number; folder: string; only?: string }>();

const articles: string[][] = [];
const words = { Latn: new Set<string>(), Arab: new Set<string>(), Cyrl: new Set<string>() };
let bytes = 0;
for (const file of options.text) {
  let read = 0;
  for await (const { title = '', text } of readLines<{ title?: string; text: string }>(file)) {
    const passages = [title, ...text.split('\n')].filter((line) => line.trim() !== '');
    for (const word of text.match(/\p{L}{4,}/gu) ?? []) {
      if (/^\p{Lu}\p{Ll}/u.test(word) && /^[A-Za-zÇĞİÖŞÜçğıöşü]/.test(word)) words.Latn.add(word);
      else if (/^[\u0621-\u064A]/.test(word)) words.Arab.add(word);
    }
    articles.push(passages);
    const size = passages.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
    bytes += size;
    read += size;
    if (read >= (options.megabytes * 1e6) / options.text.length) break;
  }
}

const list = join(options.folder, `entities-${options.entities}.jsonl`);
mkdirSync(options.folder, { recursive: true });
if (!existsSync(list)) await makeList(list);

/** Seconds on the clock and of processor time since a call. */
function stopwatch(): () => string {
  const [begun, spent] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(spent);
    return `${((performance.now() - begun) / 1000).toFixed(2)} (processor ${((user + system) / 1e6).toFixed(2)})`;
  };
}
const report = (name: string, value: string | number): void => console.log(`${name.padEnd(44)}${value}`);
const memoryMb = (): number => {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().rss / 1e6);
};
const ROUNDS = 5;

if (options.only !== undefined) {
  const before = memoryMb();
  const started = stopwatch();
  const loaded =
    options.only === 'list' ? loadGazetteer(GAZETTEER_FOLDER, list) : loadGazetteer(GAZETTEER_FOLDER);
  const names = new Tagger(loaded);
  report(`${options.only}: start, s`, started());
  report('  entities', loaded.entities.size);
  report('  memory of gazetteer and tagger, MB', memoryMb() - before);
  report('  tagger, MB/s', Array.from({ length: ROUNDS }, () => rate(names).toFixed(1)).join(' '));
  report('  memory after tagging, MB', memoryMb() - before);
  report('  mentions', mentions(names));
  process.exit();
}

report('list, MB', Math.round(statSync(list).size / 1e6));
let watch = stopwatch();
const gazetteer = loadGazetteer(GAZETTEER_FOLDER, list);
report('first start, which packs the list if needed, s', watch());
for (const only of ['built-in', 'list'])
  execFileSync(process.execPath, [...process.execArgv, ...process.argv.slice(1), '--only', only], {
    stdio: 'inherit',
  });

const lookup = new PrefixLookup(gazetteer);
lookup.beginningWith('aa');
watch = stopwatch();
const found = ['lavr', 'mehmet y', 'сер', 'محم'].map((text) => lookup.beginningWith(text).length);
report(`four completions (${found.join(', ')} found), s`, watch());

watch = stopwatch();
report('`entities check`: incomplete', [...incomplete(gazetteer)].length);
report('`entities check` after start, s', watch());

// One entity gets another name.
const snapshot = storedSnapshot(gazetteer);
const changed = join(options.folder, 'changed.jsonl');
const lines = readFileSync(list, 'utf8');
const end = lines.indexOf('\n');
const first = JSON.parse(lines.slice(0, end));
first.names.en.push('Somebody Entirely Else');
writeFileSync(changed, `${JSON.stringify(first)}${lines.slice(end)}`);
const after = loadGazetteer(GAZETTEER_FOLDER, changed);
watch = stopwatch();
const vocabulary = new Set(articles.flat().flatMap((line) => line.toLowerCase().match(/\p{L}+/gu) ?? []));
const affected = affectedBy(snapshot, after, vocabulary);
report('comparison after a change of one entity, s', watch());
report(
  '  entities and names that are looked for',
  `${affected?.entities.length} ${affected?.wordings.length}`,
);

/** Megabytes of text per second of processor time, words included that were not seen before. */
function rate(names: Tagger): number {
  let spent = 0;
  for (let from = 0; from < articles.length; from += 50) {
    const batch = articles.slice(from, from + 50).map((passages): [Token[][], string[]] => {
      const analyzer = analyzerFor(detectLanguage(passages.join('\n')));
      return [passages.map((line) => analyzer.tokens(line)), passages];
    });
    const start = process.cpuUsage();
    for (const [tokens, passages] of batch) names.tagArticle(tokens, passages);
    const { user, system } = process.cpuUsage(start);
    spent += user + system;
  }
  return bytes / spent;
}

function mentions(names: Tagger): number {
  let sum = 0;
  for (const passages of articles) {
    const analyzer = analyzerFor(detectLanguage(passages.join('\n')));
    const tagged = names.tagArticle(
      passages.map((line) => analyzer.tokens(line)),
      passages,
    );
    for (const passage of tagged) sum += passage.length;
  }
  return sum;
}

async function makeList(file: string): Promise<void> {
  const random = randomNumbers(SEED);
  const pick = <T>(all: readonly T[], size = all.length): T => all[zipf(random, Math.min(size, all.length))]!;
  const any = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const [latin, arabic] = [[...words.Latn], [...words.Arab]];
  const syllables = [
    'ba',
    'de',
    'ri',
    'so',
    'ku',
    'lan',
    'mir',
    'tov',
    'ka',
    'ne',
    'sha',
    'dur',
    'el',
    'gar',
    'zi',
    'no',
  ];
  const cyrillic: Readonly<Record<string, string>> = Object.fromEntries(
    syllables.map((part, at) => [
      part,
      ['ба', 'де', 'ри', 'со', 'ку', 'лан', 'мир', 'тов', 'ка', 'не', 'ша', 'дур', 'ел', 'гар', 'зи', 'но'][
        at
      ]!,
    ]),
  );
  const made = (length: number): string[] => Array.from({ length }, () => any(syllables));
  const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
  const given = Array.from({ length: 4000 }, () => made(2 + Math.floor(random() * 2)));
  const family = Array.from({ length: 60_000 }, () => made(2 + Math.floor(random() * 3)));
  const out = createWriteStream(file);
  for (let n = 0; n < options.entities; n++) {
    const kind = random();
    let names: Record<string, string[]>;
    let type: string;
    if (kind < 0.6) {
      type = 'person';
      const [one, other] = [pick(given), pick(family)];
      const en = `${capital(one.join(''))} ${capital(other.join(''))}`;
      const ru = [one, other].map((parts) => capital(parts.map((part) => cyrillic[part]).join(''))).join(' ');
      names = {
        en: [en, `${en} ${capital(any(syllables))}`],
        tr: [en.replace('sh', 'ş')],
        ru: [ru],
        ar: [`${pick(arabic)} ${any(arabic)}`],
      };
    } else if (kind < 0.8) {
      type = 'place';
      const parts = made(3 + Math.floor(random() * 2));
      const en = capital(parts.join(''));
      names = {
        en: [en, `${en} ${any(latin)}`],
        tr: [en.replace('sh', 'ş')],
        ru: [capital(parts.map((part) => cyrillic[part]).join(''))],
        ar: [`${any(arabic)} ${any(arabic)}`],
      };
    } else {
      type = 'organisation';
      const en = `${pick(latin)} ${any(latin)} ${capital(made(2).join(''))}`;
      names = {
        en: [en, `${pick(latin)} ${any(latin)}`],
        tr: [`${en} Holding`],
        ru: [
          capital(
            made(4)
              .map((part) => cyrillic[part])
              .join(''),
          ),
        ],
        ar: [`${pick(arabic)} ${any(arabic)} ${any(arabic)}`],
      };
    }
    const line = JSON.stringify({ id: `${type}-made-${n}`, type, names, wikidata: `Q${n + 1}` });
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
