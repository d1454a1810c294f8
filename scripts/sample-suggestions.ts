/**
 * Samples names that `lisan entities suggest` would suggest from articles, for manual judgement:
 * `node scripts/sample-suggestions.ts FILE.jsonl(.gz) [--articles 4000] [--least 3] [--count 50] [--skip 0]`.
 *
 * Prints suggestions evenly spread over the list sorted by frequency, each with its number of documents and a passage.
 */
import { Argument, Command } from 'commander';
import { annotate, fieldText } from '../src/document/annotate.ts';
import { Discovery } from '../src/entities/discovery/discovery.ts';
import { loadGazetteer } from '../src/entities/gazetteer/gazetteer.ts';
import { Tagger } from '../src/entities/tagger/tagger.ts';
import { GAZETTEER_FOLDER } from '../src/service/service.ts';
import { readLines } from './evaluate/lines.ts';

const command = new Command('sample-suggestions')
  .addArgument(new Argument('<file>', 'JSONL (.gz) of {id, title?, text}'))
  .option('--articles <n>', 'articles that are read', Number, 4000)
  .option('--least <n>', 'documents that a name must be in', Number, 3)
  .option('--count <n>', 'proposals', Number, 50)
  .option('--skip <n>', 'articles that are passed over before', Number, 0)
  .parse();
const [file] = command.args as [string];
const { articles, least, count, skip } =
  command.opts<Record<'articles' | 'least' | 'count' | 'skip', number>>();

const tagger = new Tagger(loadGazetteer(GAZETTEER_FOLDER));
const discovery = new Discovery();
let read = 0;
for await (const { id, title = '', text } of readLines<{ id: string; title?: string; text: string }>(file)) {
  if (read++ < skip) continue;
  if (read > skip + articles) break;
  const article = { title, body: text, keywords: [] };
  for (const { field, lang, tokens, mentions } of annotate(article, tagger))
    discovery.read({ document: id, lang, text: fieldText(article, field), tokens, mentions });
}
const found = discovery.found(least);
console.error(`${found.length} suggestions from ${read - skip - 1} articles`);
const every = Math.max(1, found.length / count);
for (let at = 0; at < count && Math.floor(at * every) < found.length; at++) {
  const { documents, spellings } = found[Math.floor(at * every)]!;
  const names = spellings.map(({ name, lang }) => `${lang} ${name}`).join(', ');
  console.log(`${documents}\t${names}\t${spellings[0]!.example}`);
}
