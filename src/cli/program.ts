/** The command line. Results go to stdout, everything else to stderr; `exit-codes.ts` lists the exit codes. */
import { Argument, Command, CommanderError, Option } from 'commander';
import { LANGUAGES } from '../analysis/languages/registry.ts';
import { LisanError, messageOf } from '../common/errors.ts';
import { VERSION } from '../common/version.ts';
import { readConfig } from '../config/settings.ts';
import { lag } from '../indexing/reindex.ts';
import { FORMATS } from '../ingest/formats.ts';
import { ingest } from '../ingest/ingest.ts';
import { analyze } from '../library/analyze.ts';
import { openService, SAMPLE_FOLDER, type Service } from '../service/service.ts';
import { backUpTo, restoreFrom, vacuum } from './commands/archive.ts';
import { examine } from './commands/doctor.ts';
import { entitiesCommand } from './commands/entities.ts';
import { ingestOnce, ingestWatching } from './commands/ingest.ts';
import { reportLine, runReindex } from './commands/reindex.ts';
import { printReport } from './commands/report.ts';
import { printHits } from './commands/search.ts';
import { completionScript, SHELLS, type Shell } from './completion.ts';
import { EXIT_CODES, exitCodeOf } from './exit-codes.ts';
import { interruptible } from './signals.ts';
import { styled } from './styled.ts';

/** Runs one command. Never rejects: failures are printed and set the exit code. */
export async function main(argv: readonly string[]): Promise<void> {
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

/** The commands, their options and help. */
export function program(): Command {
  const lisan = new Command('lisan')
    .description('Search for news archives in Arabic, Turkish, English and Russian.')
    .version(VERSION)
    .showHelpAfterError()
    .exitOverride()
    .addHelpText('after', `\nExit codes:\n${exitCodes()}`);

  lisan
    .command('serve')
    .description('Serve search over HTTP.')
    .option('--sample', 'first fill an empty archive with the sample pages')
    .addHelpText('after', example('lisan serve'))
    .action(serve);

  lisan
    .command('ingest')
    .description('Read files and folders into the archive, then bring the index level with it.')
    .argument(
      '<path...>',
      `files or folders of them: ${FORMATS.map(({ name }) => name).join(', ')}; also packed with gzip`,
    )
    .option('--no-index', 'leave the index as it is; the next reindex catches up')
    .option('--watch', 'go on with what is put into the folder, until stopped')
    .option('--json', 'print totals as JSON, one line for each batch that is stored and the report last')
    .addHelpText('after', example('lisan ingest data/sample'))
    .action(ingestPaths);

  lisan
    .command('reindex')
    .description(
      'Bring the index level with the archive: only what changed, or all of it anew beside the live index.',
    )
    .option('--full', 'build a new index and switch to it once it is complete and verified')
    .addOption(new Option('--rollback', 'go back to the index before the last full run').conflicts('full'))
    .option('--json', 'print the report as JSON')
    .addHelpText('after', example('lisan reindex --full'))
    .action(updateIndex);

  lisan
    .command('backup')
    .description('Copy the archive to a file while it is in use, and check the copy.')
    .argument('<file>', 'the backup; it must not be there yet')
    .addHelpText('after', example('lisan backup archive-backup.db'))
    .action(async (file: string) => console.log(JSON.stringify(await backUpTo(readConfig(), file))));

  lisan
    .command('restore')
    .description('Make a backup the archive, then make the index from it.')
    .argument('<file>', 'the backup')
    .option('--replace', 'replace an archive that is there; it is kept under another name')
    .option('--no-index', 'leave the index to the next reindex')
    .addHelpText('after', example('lisan restore archive-backup.db'))
    .action(restoreBackup);

  lisan
    .command('vacuum')
    .description('Give the disk back what changed and deleted documents leave unused.')
    .addHelpText('after', example('lisan vacuum'))
    .action(() => withService(vacuum));

  lisan
    .command('search')
    .description('Search from the terminal.')
    .argument('<text...>', 'the query')
    .addOption(new Option('--limit <n>', 'hits to show').default(10).argParser(wholeNumber))
    .option('--json', 'print the whole answer as JSON')
    .addHelpText('after', example('lisan search لافروف'))
    .action(searchText);

  lisan
    .command('explain')
    .description('Show a text word by word after every step of its analysis.')
    .argument('<text...>', 'the text')
    .addOption(
      new Option('--lang <code>', 'language; by default it is detected').choices(
        LANGUAGES.map(({ code }) => code),
      ),
    )
    .option('--json', 'print it as JSON')
    .addHelpText('after', example('lisan explain "Dışişleri Bakanı Lavrov\'dan"'))
    .action(explain);

  lisan.addCommand(entitiesCommand());

  lisan
    .command('status')
    .description('Tell what archive and index hold.')
    .option('--json', 'print it as JSON')
    .addHelpText('after', example('lisan status'))
    .action(status);

  lisan
    .command('report')
    .description('Tell what was searched for: how often, how slow, and what was not found.')
    .addOption(new Option('--days <n>', 'days to look back').default(30).argParser(wholeNumber))
    .addOption(new Option('--limit <n>', 'queries of each list').default(20).argParser(wholeNumber))
    .option('--json', 'print it as JSON')
    .addHelpText('after', example('lisan report --days 7'))
    .action(printReport);

  lisan
    .command('doctor')
    .description('Look for what is wrong, and say what to do about it. Changes nothing.')
    .option('--json', 'print it as JSON')
    .addHelpText('after', example('lisan doctor'))
    .action(examine);

  lisan
    .command('completion')
    .description('Print a script that completes commands and options in a shell.')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText('after', example('lisan completion bash'))
    .action((shell: Shell) => console.log(completionScript(lisan, shell)));

  return lisan;
}

function exitCodes(): string {
  return Object.entries(EXIT_CODES)
    .map(([code, meaning]) => `  ${code.padStart(3)}  ${meaning}`)
    .join('\n');
}

function example(command: string): string {
  return `\nExample:\n  $ ${command}`;
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new LisanError({
    code: 'invalid_option',
    message: `${JSON.stringify(text)} is not a number that is allowed here.`,
    remedy: 'Give a whole number from 1 to 999.',
  });
}

async function withService<T>(work: (service: Service) => Promise<T>): Promise<T> {
  const service = openService(readConfig());
  try {
    return await work(service);
  } finally {
    await service.close();
  }
}

async function serve({ sample = false }: { sample?: boolean }): Promise<void> {
  await withService(async (service) => {
    if (sample && service.archive.lastSequence() === 0) await ingest(service.archive, [SAMPLE_FOLDER]);
    // Only this command needs a server and all that it takes.
    const { startServer } = await import('../http/server.ts');
    const server = await startServer(service);
    console.error(
      `lisan serves ${service.archive.count()} documents at ${server.url} (engine ${service.engine.name})`,
    );
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
    });
    await server.stop();
  });
}

interface IngestOptions {
  index: boolean;
  watch?: boolean;
  json?: boolean;
}

async function ingestPaths(
  paths: string[],
  { index, watch = false, json = false }: IngestOptions,
): Promise<void> {
  if (watch && paths.length !== 1) {
    throw new LisanError({
      code: 'invalid_option',
      message: '--watch takes one folder.',
      remedy: 'Start one `lisan ingest --watch` for each folder.',
    });
  }
  await withService((service) =>
    interruptible(async (signal) => {
      const command = { index, json, signal };
      const skipped = watch
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

async function searchText(
  words: string[],
  { limit, json = false }: { limit: number; json?: boolean },
): Promise<void> {
  await withService(async ({ searcher }) => {
    const answer = await searcher.search({
      q: words.join(' '),
      limit,
      offset: 0,
      sort: 'relevance',
      match: 'all',
      facets: [],
      collapse: true,
      explain: false,
      language: 'en',
    });
    if (json) {
      console.log(JSON.stringify(answer, null, 2));
      return;
    }
    printHits(answer);
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

async function status({ json = false }: { json?: boolean }): Promise<void> {
  await withService(async ({ archive, engine, analysis, config }) => {
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
    };
    if (json) console.log(JSON.stringify(state, null, 2));
    else for (const [name, value] of Object.entries(state)) console.log(`${name.padEnd(12)}${value}`);
  });
}
