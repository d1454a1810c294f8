/**
 * Relevance, measured: `npm run --silent evaluate -- --data DIR [--set NAME …] [--distractors FILE.jsonl.gz …] [--json]`.
 *
 * Each set is DIR/NAME/docs.jsonl ({id, title?, text}) and queries.jsonl ({id, text, relevant: [id], also?: [id]}).
 * Documents go through the real archive, analysis and engine into a throw-away folder, queries through the real
 * search. Also `--lemmas FILE` (form, lemma), `--names`, `--entities` and `--languages`, each described where it is read.
 */
import { Command, Option } from 'commander';
import { ENGINE_NAMES } from '../src/config/settings.ts';
import { measureConflation } from './evaluate/conflation.ts';
import { measureCross } from './evaluate/cross.ts';
import { measureEntities } from './evaluate/entities.ts';
import { measureFalseNames } from './evaluate/false-names.ts';
import { measureLanguages } from './evaluate/languages.ts';
import { measureNames } from './evaluate/names.ts';
import { setsIn } from './evaluate/question-set.ts';
import { measureSet, type SetOptions } from './evaluate/retrieval.ts';
import { measureSameNames } from './evaluate/same-names.ts';
import { SYSTEMS } from './evaluate/systems.ts';

interface Options extends SetOptions {
  set: string[];
  json?: boolean;
  lemmas: string[];
  lucene?: string;
  entities: string[];
  names: string[];
  falseNames: string[];
  sameNames: string[];
  languages?: boolean;
  cross?: boolean;
}

const collect = (value: string, before: string[]): string[] => [...before, value];

const command = new Command('evaluate')
  .requiredOption('--data <dir>', 'folder of the sets')
  .option('--set <name>', 'a set; may be repeated; all of them where nothing else is asked for', collect, [])
  .option(
    '--distractors <file>',
    'JSONL (.gz) of further documents to rank against; may be repeated',
    collect,
    [],
  )
  .option('--engine <name>', `one of ${ENGINE_NAMES.join(', ')}`, 'sqlite')
  .option('--across', 'also find words in other languages, by the lexicon')
  .option(
    '--hybrid <weight>',
    'weight of meaning from 0 to 1; LISAN_EMBEDDER and its neighbours say by which model',
    Number,
  )
  .option('--limit <n>', 'queries of each set, the first ones', Number)
  .addOption(
    new Option('--system <name>', 'what searches: lisan, or a peer on the same documents and judgements')
      .choices(Object.keys(SYSTEMS))
      .default('lisan'),
  )
  .option(
    '--lemmas <file>',
    'TSV of form and lemma: how well stems group forms; may be repeated',
    collect,
    [],
  )
  .option(
    '--lucene <class path>',
    "Lucene's core and analysis-common jars, for --system lucene and to compare its stemmers with --lemmas",
  )
  .option(
    '--entities <file>',
    'JSONL of sentences with spans: how well names are found; may be repeated',
    collect,
    [],
  )
  .option(
    '--names <file>',
    'TSV of two spellings: how often the right one is found; may be repeated',
    collect,
    [],
  )
  .option(
    '--same-names <file>',
    'TSV of two spellings: whether articles with them have one entity; may be repeated',
    collect,
    [],
  )
  .option(
    '--false-names <file>',
    'TSV of form, lemma, part of speech: ordinary words that are marked as names in the distractors; may be repeated',
    collect,
    [],
  )
  .option(
    '--cross',
    'questions that hold a name, over the paragraphs of other languages, with entities and without',
  )
  .option('--languages', 'identification of the language of paragraphs and sentences in the sets')
  .option('--json', 'one JSON object a line');

const options = command.parse().opts<Options>();
const print = (result: object): void => {
  if (options.json) console.log(JSON.stringify(result));
  else
    console.log(
      Object.entries(result)
        .map(([name, value]) => `${name} ${typeof value === 'number' ? +value.toFixed(4) : value}`)
        .join('  '),
    );
};

const { lemmas, entities, names, falseNames, sameNames, cross, languages } = options;
const asked =
  [...options.set, ...lemmas, ...entities, ...names, ...falseNames, ...sameNames].length > 0 ||
  cross ||
  languages;
for (const set of asked ? options.set : setsIn(options.data)) {
  const { result } = await measureSet(set, options);
  print(result);
}
for (const file of options.lemmas)
  for (const result of measureConflation(file, options.lucene)) print(result);
for (const file of options.entities) for (const result of measureEntities(file)) print(result);
for (const file of options.names) for (const result of measureNames(file)) print(result);
for (const file of options.sameNames) print(await measureSameNames(file));
if (options.falseNames.length > 0)
  for await (const result of measureFalseNames(options.falseNames, options)) print(result);
if (options.cross) for (const result of await measureCross(options.data)) print(result);
if (options.languages) for (const result of await measureLanguages(options.data)) print(result);
