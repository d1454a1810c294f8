/**
 * The commands of the command line, their options and help. Results go to stdout, everything else to stderr. What only one
 * command needs, and takes time and memory to load, is imported when it runs.
 */
import { Argument, Command, CommanderError, Option } from 'commander';
import { type AlertHealth, alertHealth } from '../alerts/alert-health.ts';
import { LANGUAGES } from '../analysis/languages/registry.ts';
import { repair } from '../archive/repair.ts';
import { LisanError, messageOf } from '../common/errors.ts';
import { VERSION } from '../common/version.ts';
import { readConfig } from '../config/settings.ts';
import { unknownVariableMessage, unknownVariables } from '../config/unknown-variables.ts';
import type { LiveIndex } from '../indexing/live-index.ts';
import { lag } from '../indexing/reindex.ts';
import { readSetAside } from '../indexing/set-aside.ts';
import { sourceHealth } from '../ingest/fetch/fetch-state.ts';
import { FORMATS } from '../ingest/formats.ts';
import { ingestSample } from '../ingest/sample.ts';
import { analyze } from '../library/analyze.ts';
import { Meaning } from '../meaning/meaning.ts';
import { fetchStateFile, SAMPLE_FOLDER, type Service } from '../service/service.ts';
import { alertsCommand } from './commands/alerts.ts';
import { backUpTo, restoreFrom, vacuum } from './commands/archive.ts';
import { deleteCommand, sampleCommand, takedownsCommand } from './commands/delete.ts';
import { examine } from './commands/doctor.ts';
import { entitiesCommand } from './commands/entities.ts';
import { exportCommand } from './commands/export.ts';
import { pinsCommand } from './commands/pins.ts';
import { printReport } from './commands/report.ts';
import { printHits } from './commands/search.ts';
import { type FileSearch, searchFile } from './commands/search-file.ts';
import { synonymsCommand } from './commands/synonyms.ts';
import { embedAll, meaningLine } from './commands/vectors.ts';
import { type VerifyOptions, verifyAllFiles } from './commands/verify.ts';
import { completionScript, SHELLS, type Shell } from './completion.ts';
import { EXIT_CODES, type ExitCode, exitCodeOf } from './exit-codes.ts';
import { share, wholeNumber } from './options.ts';
import { askedToStop, interruptible } from './signals.ts';
import { styled } from './styled.ts';
import { withService } from './with-service.ts';

/** Runs one command. Never rejects: failures are printed to stderr and set the exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  endWithReader();
  for (const unknown of unknownVariables()) console.error(`lisan: ${unknownVariableMessage(unknown)}`);
  try {
    await program().parseAsync(argv);
  } catch (thrown) {
    if (thrown instanceof CommanderError) {
      process.exitCode = thrown.exitCode === 0 ? 0 : 2;
      return;
    }
    console.error(
      thrown instanceof LisanError
        ? `lisan: ${thrown.message}\n       ${thrown.remedy}`
        : `lisan: ${messageOf(thrown)}`,
    );
    process.exitCode ||= thrown instanceof LisanError ? exitCodeOf(thrown.code) : 1;
  }
}

/** Ends the process without a message when the reader of its output closes the pipe: `lisan entities list | head`. */
function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
  }
}

/** The commands, their options and help. */
export function program(): Command {
  const lisan = new Command('lisan')
    .description('Search for news archives in Arabic, Turkish, English and Russian.')
    .version(VERSION)
    .addHelpText('after', `\nExit codes:\n${exitCodes()}`);

  lisan
    .command('serve')
    .description('Serve search over HTTP.')
    .option('--sample', 'fill an empty archive with the sample pages first')
    .addHelpText('after', example('lisan serve'))
    .action(serve);

  lisan
    .command('ingest')
    .description('Read files and folders into the archive, then update the index.')
    .argument(
      '<path...>',
      `files or folders (${FORMATS.map(({ name }) => name).join(', ')}; also gzipped); - is the standard input`,
    )
    .option('--no-index', 'do not update the index; the next reindex does')
    .option('--watch', 'keep running and ingest files as they arrive in the folder')
    .option('--poll', 'with --watch: look at the folder at intervals, for network file systems')
    .option(
      '--map <field=name>',
      'the field of the records that fills a field of the article; kept for the path',
      collect,
    )
    .option('--records <path>', 'where the list of records is in JSON, like data.articles')
    .addOption(
      new Option('--format <format>', 'format of all input (default: by the ending of the name)').choices(
        FORMATS.map(({ extensions: [first = ''] }) => first.slice(1)),
      ),
    )
    .option('--dry-run', 'show what the first records become, and store nothing')
    .option('--json', 'print JSON: a line with totals for each stored batch, then the report')
    .addHelpText('after', example('lisan ingest data/sample'))
    .action(ingestPaths);

  lisan
    .command('fetch')
    .description('Fetch feeds, news sitemaps and pages from the web into the archive, then update the index.')
    .argument('[address...]', 'what to fetch (default: the list in LISAN_SOURCES)')
    .option('--full', 'fetch the pages behind the items of feeds and sitemaps too')
    .option('--watch', 'keep running and visit each source by its schedule')
    .option('--no-index', 'do not update the index; the next reindex does')
    .option('--json', 'print JSON, a line for each source')
    .addHelpText('after', example('lisan fetch --full https://news.example/rss.xml'))
    .action((addresses: string[], options: FetchOptions) =>
      withService((service) =>
        interruptible(async (signal) => {
          const { full = false, watch = false, json = false, index } = options;
          const { fetchSources } = await import('./commands/fetch.ts');
          const failed = await fetchSources(service, { addresses, full, watch, json, index, signal });
          if (failed) process.exitCode ||= 1;
        }),
      ),
    );

  lisan.addCommand(exportCommand());
  lisan.addCommand(deleteCommand());
  lisan.addCommand(takedownsCommand());
  lisan.addCommand(sampleCommand());
  lisan.addCommand(synonymsCommand());
  lisan.addCommand(alertsCommand());
  lisan.addCommand(pinsCommand());

  lisan
    .command('reindex')
    .description('Update the index with what changed in the archive, or build a new one beside it.')
    .option('--full', 'build a new index and switch to it when it is complete and verified')
    .addOption(
      new Option('--rollback', 'switch back to the index before the last full run').conflicts('full'),
    )
    .option('--json', 'print JSON')
    .addHelpText('after', example('lisan reindex --full'))
    .action(updateIndex);

  lisan
    .command('backup')
    .description('Copy the archive to a file, also while it is in use, and check the copy.')
    .argument('<file>', 'the backup; it must not exist yet')
    .addHelpText('after', example('lisan backup archive-backup.db'))
    .action(async (file: string) => console.log(JSON.stringify(await backUpTo(readConfig(), file))));

  lisan
    .command('restore')
    .description('Replace the archive by a backup, then build the index from it.')
    .argument('<file>', 'the backup')
    .option('--replace', 'replace an existing archive; it is kept under another name')
    .option('--no-index', 'do not build the index; the next reindex does')
    .addHelpText('after', example('lisan restore archive-backup.db'))
    .action(restoreBackup);

  lisan
    .command('repair')
    .description('Restore damaged articles from a copy of the archive or from their earlier revisions.')
    .option('--from <file>', 'a backup, or another copy of the archive')
    .option('--no-index', 'do not update the index; the next reindex does')
    .addHelpText('after', example('lisan repair --from archive-backup.db'))
    .action(repairArticles);

  lisan
    .command('vacuum')
    .description('Release disk space that changed and deleted documents no longer need.')
    .addHelpText('after', example('lisan vacuum'))
    .action(() => withService(vacuum));

  lisan
    .command('verify')
    .description(
      'Read everything that is stored and compare it with its checksums. A stopped run is resumed.',
    )
    .addOption(new Option('--rate <n>', 'MiB to read per second').default(100).argParser(wholeNumber(10_000)))
    .option('--json', 'print the result as JSON')
    .addHelpText('after', example('lisan verify'))
    .action((options: VerifyOptions) =>
      withService((service) => interruptible((signal) => verifyAllFiles(service, options, signal))),
    );

  lisan
    .command('vectors')
    .description(
      'Embed what was not embedded yet, for search by meaning. A running service does it by itself.',
    )
    .option('--json', 'print the report as JSON')
    .addHelpText('after', example('lisan vectors'))
    .action(({ json }: { json?: boolean }) => withService((service) => embedAll(service, json)));

  lisan
    .command('search')
    .description('Search from the terminal.')
    .argument('[text...]', 'the query')
    .option(
      '--file <file>',
      'search for each query of a list: one a line, or the column query of a table (CSV)',
    )
    .option('--out <file>', 'with --file: the table (CSV) of the hits; a stopped run is resumed')
    .addOption(new Option('--limit <n>', 'hits to show').default(10).argParser(wholeNumber(999)))
    .addOption(
      new Option(
        '--hybrid <weight>',
        'weight of meaning, from 0 (words alone) to 1; needs LISAN_EMBEDDER (default: LISAN_HYBRID)',
      ).argParser(share),
    )
    .option('--json', 'print the whole answer as JSON')
    .addHelpText('after', example('lisan search لافروف'))
    .action(searchText);

  lisan
    .command('explain')
    .description('Show every step of the analysis of a text, word by word.')
    .argument('<text...>', 'the text')
    .addOption(
      new Option('--lang <code>', 'language (detected by default)').choices(
        LANGUAGES.map(({ code }) => code),
      ),
    )
    .option('--json', 'print JSON')
    .addHelpText('after', example('lisan explain "Dışişleri Bakanı Lavrov\'dan"'))
    .action(explain);

  lisan.addCommand(entitiesCommand());

  lisan
    .command('status')
    .description('Show the state of archive and index.')
    .option('--json', 'print JSON')
    .addHelpText('after', example('lisan status'))
    .action(status);

  lisan
    .command('report')
    .description('Report on searches: the most frequent, the slowest, and those without a hit.')
    .addOption(new Option('--days <n>', 'days to look back').default(30).argParser(wholeNumber(999)))
    .addOption(new Option('--limit <n>', 'queries in each list').default(20).argParser(wholeNumber(999)))
    .option('--json', 'print JSON')
    .addHelpText('after', example('lisan report --days 7'))
    .action(printReport);

  lisan
    .command('doctor')
    .description('Find problems and say how to solve them. Changes nothing.')
    .option('--json', 'print JSON')
    .addHelpText('after', example('lisan doctor'))
    .action(examine);

  lisan
    .command('completion')
    .description('Print a completion script for a shell.')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText('after', example('lisan completion bash'))
    .action((shell: Shell) => console.log(completionScript(lisan, shell)));

  throwErrors(lisan);
  return lisan;
}

/** Errors of every command, nested ones too, are thrown to `main`, and followed by the command's help. */
function throwErrors(command: Command): void {
  command
    .exitOverride()
    .showHelpAfterError()
    .configureOutput({ outputError: (error, write) => write(withRemedy(error)) });
  for (const nested of command.commands) throwErrors(nested);
}

/** Ids may begin with a hyphen, which makes them look like options. */
function withRemedy(error: string): string {
  const id = /unknown option '(-[^-'][^']+)'/.exec(error)?.[1];
  return id === undefined ? error : `${error}If ${id} is an id, write -- before it: lisan … -- ${id}\n`;
}

function exitCodes(): string {
  return Object.entries(EXIT_CODES)
    .map(([code, meaning]) => `  ${code.padStart(3)}  ${meaning}`)
    .join('\n');
}

/** Gathers the values of an option that may be repeated. */
function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function example(command: string): string {
  return `\nExample:\n  $ ${command}`;
}

async function serve({ sample = false }: { sample?: boolean }): Promise<void> {
  await withService(async (service) => {
    if (sample) await ingestSample(service.archive, SAMPLE_FOLDER);
    const { startServer } = await import('../http/server.ts');
    const server = await startServer(service);
    console.error(
      `lisan serves ${service.archive.count()} documents at ${server.url} (engine ${service.engine.name})`,
    );
    await askedToStop();
    await server.stop();
  });
}

interface IngestOptions {
  index: boolean;
  watch?: boolean;
  poll?: boolean;
  json?: boolean;
  map?: string[];
  records?: string;
  format?: string;
  dryRun?: boolean;
}

interface FetchOptions {
  full?: boolean;
  watch?: boolean;
  json?: boolean;
  index: boolean;
}

async function ingestPaths(
  paths: string[],
  {
    index,
    watch = false,
    json = false,
    poll = false,
    map,
    records,
    format,
    dryRun: dry = false,
  }: IngestOptions,
): Promise<void> {
  if (watch && paths.length !== 1) {
    throw new LisanError({
      code: 'invalid_option',
      message: '--watch accepts one folder only.',
      remedy: 'Run one `lisan ingest --watch` per folder.',
    });
  }
  await withService((service) =>
    interruptible(async (signal) => {
      const reading = { ...(records !== undefined && { records }), ...(format !== undefined && { format }) };
      const command = { index, json, signal, poll, map, reading };
      const { dryRun, ingestOnce, ingestWatching } = await import('./commands/ingest.ts');
      const skipped = dry
        ? await dryRun(service, paths, command)
        : watch
          ? await ingestWatching(service, paths[0]!, command)
          : await ingestOnce(service, paths, command);
      if (skipped) process.exitCode ||= 1;
    }),
  );
}

interface UpdateOptions {
  full?: boolean;
  rollback?: boolean;
  json?: boolean;
}

async function updateIndex({ full = false, rollback = false, json = false }: UpdateOptions): Promise<void> {
  await withService((service) =>
    interruptible(async (signal) => {
      const { reportLine, runReindex } = await import('./commands/reindex.ts');
      const report = await runReindex(service, { full, rollback, signal });
      console.log(json ? JSON.stringify(report) : reportLine(report));
    }),
  );
}

async function restoreBackup(
  file: string,
  { replace = false, index }: { replace?: boolean; index: boolean },
): Promise<void> {
  const config = readConfig();
  console.log(JSON.stringify(await restoreFrom(config, file, replace)));
  if (index) await updateIndex({});
}

async function repairArticles({ from, index }: { from?: string; index: boolean }): Promise<void> {
  await withService(async ({ archive }) => {
    const report = repair(archive, from);
    console.log(JSON.stringify(report));
    if (report.left.length > 0) process.exitCode = 1;
  });
  if (index) await updateIndex({});
}

interface SearchOptions {
  limit: number;
  hybrid?: number;
  json?: boolean;
  file?: string;
  out?: string;
}

async function searchText(
  words: string[],
  { limit, hybrid, json = false, file, out }: SearchOptions,
  command: Command,
): Promise<void> {
  if ((file === undefined) === (words.length === 0)) command.error('error: give a query, or --file <file>');
  if (file !== undefined && hybrid !== undefined)
    command.error('error: --hybrid does not go with --file, whose hits match as typed');
  if (file === undefined && out !== undefined) command.error('error: --out needs --file <file>');
  if (file !== undefined) return searchList({ file, out, limit });
  await withService(async ({ searcher }) => {
    const answer = await searcher.search({
      q: words.join(' '),
      limit,
      offset: 0,
      sort: 'relevance',
      match: 'all',
      facets: [],
      collapse: true,
      pins: 'place',
      explain: false,
      language: 'en',
      hybrid,
    });
    if (json) {
      console.log(JSON.stringify(answer, null, 2));
      return;
    }
    printHits(answer);
  });
}

async function searchList(list: FileSearch): Promise<void> {
  await withService(async (service) => {
    const { searched, failed, stopped } = await interruptible((signal) => searchFile(service, list, signal));
    const how = stopped ? '; the same command goes on from there' : '';
    console.error(`${searched} queries searched, ${failed} failed${how}`);
    if (failed > 0 && !stopped) process.exitCode = 1 satisfies ExitCode;
  });
}

function explain(words: string[], { lang, json = false }: { lang?: string; json?: boolean }): void {
  const explained = analyze(words.join(' '), lang === undefined ? {} : { language: lang });
  if (json) {
    console.log(JSON.stringify(explained, null, 2));
    return;
  }
  console.log(`language: ${explained.language}`);
  for (const { word, start, end, stop, steps, others } of explained.words) {
    console.log(`\n${styled('bold', word)} [${start}, ${end})${stop ? ' stop word' : ''}`);
    for (const { form, step, value } of steps) console.log(`  ${form.padEnd(8)}${step.padEnd(30)}${value}`);
    if (others.length > 0) console.log(`  in a query also: ${others.join(', ')}`);
  }
}

/** How many documents were set aside; null if the index cannot be opened. */
async function setAsideIn(index: LiveIndex): Promise<number | null> {
  try {
    return readSetAside(await index.current()).size;
  } catch {
    return null;
  }
}

async function status({ json = false }: { json?: boolean }): Promise<void> {
  await withService(async ({ archive, engine, analysis, config, live: index, meaning }) => {
    const problem = await problemOf(index);
    const live = archive.liveIndex(engine.name);
    const { changes, outdated } = lag(archive, engine.name, analysis);
    const state = {
      data: config.data,
      documents: archive.count(),
      lastChange: archive.lastSequence(),
      engine: engine.name,
      index: live?.generation ?? null,
      position: live?.position ?? 0,
      lag: changes,
      outdated,
      problem,
      setAside: await setAsideIn(index),
      ...(meaning instanceof Meaning && { meaning: meaning.state() }),
      alerts: alertsIn(alertHealth(archive, config.keys)),
      sources: sourceHealth(fetchStateFile(config)).map(({ url, state }) => ({ url, ...state })),
    };
    if (json) console.log(JSON.stringify(state, null, 2));
    else {
      const { sources, ...others } = state;
      for (const [name, value] of Object.entries(others)) {
        const shown = typeof value === 'object' && value !== null ? meaningLine(value) : value;
        console.log(`${name.padEnd(12)}${shown ?? 'none'}`);
      }
      if (sources.length === 0) return;
      const { sourceLine } = await import('./commands/fetch.ts');
      for (const source of sources) console.log(`source      ${sourceLine(source)}`);
    }
  });
}

/** `3 ok, 1 failing`: how many alerts are in which state. */
function alertsIn({ counts, uncertain, damaged }: AlertHealth): string {
  const parts = Object.entries({ ...counts, damaged }).filter(([, count]) => count > 0);
  const said = parts.map(([condition, count]) => `${count} ${condition}`);
  if (uncertain > 0) said.push(`${uncertain} messages uncertain`);
  return said.join(', ') || 'none';
}

/** Why the index cannot be used, or lacks changes that it once had; null if neither is so. */
async function problemOf(live: Service['live']): Promise<string | null> {
  try {
    await live.current();
    return live.behind ?? null;
  } catch (thrown) {
    return messageOf((thrown as Error).cause ?? thrown);
  }
}
