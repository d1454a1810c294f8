/**
 * Samples mentions for manual judgement: `node scripts/sample-mentions.ts FILE.jsonl(.gz) [--type place] [--count 100] [--skip 0]`.
 *
 * Reads {title?, text}, takes mentions of one type evenly spread over the file, at most one per article, and prints each
 * with its entity and the surrounding words.
 */
import { Argument, Command, Option } from 'commander';
import { annotate, fieldText } from '../src/document/annotate.ts';
import { ENTITY_TYPES, loadGazetteer, nameIn } from '../src/entities/gazetteer/gazetteer.ts';
import { Tagger } from '../src/entities/tagger/tagger.ts';
import { GAZETTEER_FOLDER } from '../src/service/service.ts';
import { readLines } from './evaluate/lines.ts';

/** Code units of context on each side. */
const AROUND = 70;

const command = new Command('sample-mentions')
  .addArgument(new Argument('<file>', 'JSONL (.gz) of {title?, text}'))
  .addOption(new Option('--type <type>').choices(ENTITY_TYPES).default('place'))
  .option('--count <n>', 'mentions', Number, 100)
  .option('--articles <n>', 'articles that are read, spread over the file', Number, 2000)
  .option('--skip <n>', 'begin so many articles later: another sample of the same file', Number, 0)
  .parse();
const [file] = command.args as [string];
const { type, count, articles, skip } = command.opts<{
  type: string;
  count: number;
  articles: number;
  skip: number;
}>();

const gazetteer = loadGazetteer(GAZETTEER_FOLDER);
const tagger = new Tagger(gazetteer);
const texts: { title?: string; text: string }[] = [];
for await (const line of readLines<{ title?: string; text: string }>(file)) texts.push(line);
const step = Math.max(1, Math.floor(texts.length / articles));

const lines: string[] = [];
texts
  .filter((_, number) => number % step === skip % step)
  .forEach(({ title = '', text }, number) => {
    const article = { title, body: text, keywords: [] };
    const mentions = annotate(article, tagger).flatMap(({ field, mentions: found }) =>
      found
        .filter(({ entity }) => gazetteer.entities.get(entity)!.type === type)
        .map((mention) => ({ ...mention, field })),
    );
    const chosen = mentions[(number * 7919) % Math.max(1, mentions.length)];
    if (chosen === undefined) return;
    const { field, start, end, entity } = chosen;
    const whole = fieldText(article, field);
    const before = whole.slice(Math.max(0, start - AROUND), start);
    const shown = `${before}[${whole.slice(start, end)}]${whole.slice(end, end + AROUND)}`;
    lines.push(`${nameIn(gazetteer.entities.get(entity)!, 'en')}\t${shown.replaceAll('\n', ' ')}`);
  });
const every = Math.max(1, lines.length / count);
for (let at = 0; at < count && Math.floor(at * every) < lines.length; at++)
  console.log(lines[Math.floor(at * every)]);
