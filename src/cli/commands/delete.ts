/** `lisan delete`, `lisan takedowns` and `lisan sample`: removes articles. */
import { Command } from 'commander';
import { LisanError } from '../../common/errors.ts';
import { readDate } from '../../ingest/dates.ts';
import { keepSample, removeSample } from '../../ingest/sample.ts';
import type { Service } from '../../service/service.ts';
import { interruptible } from '../signals.ts';
import { withService } from '../with-service.ts';
import { runReindex } from './reindex.ts';
import { type Selection, selectedArticles } from './selection.ts';

interface DeleteOptions extends Selection {
  dryRun?: boolean;
  takedown?: string;
  index: boolean;
}

/** Titles that `--dry-run` shows. */
const SHOWN = 20;

export function deleteCommand(): Command {
  return new Command('delete')
    .description('Delete articles with all their revisions, by id or by what they have in common.')
    .argument('[id...]', 'ids of articles; write -- before ids that begin with a hyphen')
    .option('--source <name>', 'articles of this source')
    .option('--before <date>', 'articles published before this day')
    .option('--query <text>', 'articles that a search finds')
    .option('--takedown <reason>', 'refuse the articles from now on, also when they are ingested again')
    .option('--dry-run', 'show what would be deleted')
    .option('--no-index', 'do not update the index; the next reindex does')
    .addHelpText('after', "\nExample:\n  $ lisan delete --source 'Old Daily' --before 2020-01-01 --dry-run")
    .action(deleteArticles);
}

export function takedownsCommand(): Command {
  return new Command('takedowns')
    .description('List the articles that were taken down and are refused.')
    .option('--lift <id>', 'accept an article again')
    .addHelpText('after', '\nExample:\n  $ lisan takedowns')
    .action(async ({ lift }: { lift?: string }) => {
      await withService(async ({ archive }) => {
        if (lift === undefined) {
          for (const taken of archive.takedowns()) console.log(JSON.stringify(taken));
        } else if (archive.liftTakedown(lift)) console.log(`${lift} is accepted again when it is ingested`);
        else {
          throw new LisanError({
            code: 'document_unknown',
            message: `${JSON.stringify(lift)} was not taken down.`,
            remedy: '`lisan takedowns` lists those that were.',
            status: 404,
          });
        }
      });
    });
}

export function sampleCommand(): Command {
  const sample = new Command('sample')
    .description('Remove the sample articles, or keep them.')
    .addHelpText('after', '\nExample:\n  $ lisan sample remove');
  sample
    .command('remove')
    .description('Delete the sample articles and update the index.')
    .addHelpText('after', '\nExample:\n  $ lisan sample remove')
    .action(() =>
      withService(async (service) => {
        const deleted = removeSample(service.archive);
        console.log(`${deleted} sample articles deleted`);
        if (deleted > 0) await updateIndex(service);
      }),
    );
  sample
    .command('keep')
    .description('Keep the sample articles, also beside articles of your own.')
    .addHelpText('after', '\nExample:\n  $ lisan sample keep')
    .action(() =>
      withService(async ({ archive }) => {
        console.log(`${keepSample(archive)} sample articles are part of the archive now`);
      }),
    );
  return sample;
}

async function deleteArticles(ids: string[], options: DeleteOptions): Promise<void> {
  const { source, before, query, takedown, dryRun = false, index } = options;
  if (ids.length === 0 && source === undefined && before === undefined && query === undefined) {
    throw invalid('Nothing says which articles to delete.', 'Give ids, --source, --before or --query.');
  }
  if (ids.length > 0 && (source !== undefined || before !== undefined || query !== undefined)) {
    throw invalid('Ids and other conditions cannot be combined.', 'Give ids alone, or conditions alone.');
  }
  const day = before === undefined ? undefined : readDate(before);
  if (before !== undefined && day === undefined) {
    throw invalid(`${JSON.stringify(before)} is not a date.`, 'Write it like 2024-03-12.');
  }
  await withService(async (service) => {
    const { archive } = service;
    const found: { id: string; title: string }[] = [];
    if (ids.length > 0) for (const id of ids) found.push({ id, title: titleOf(service, id) });
    else {
      const selection = { source, before: day, query };
      for await (const { id, title } of selectedArticles(service, selection)) found.push({ id, title });
    }
    if (dryRun) {
      for (const { id, title } of found.slice(0, SHOWN)) console.log(`${id}\t${title}`);
      console.log(`${found.length} articles would be deleted`);
      return;
    }
    let deleted = 0;
    const unknown: string[] = [];
    for (const { id } of found) {
      const wasThere = takedown === undefined ? archive.delete(id) : archive.takeDown(id, takedown);
      if (wasThere) deleted++;
      else unknown.push(id);
    }
    console.log(
      `${deleted} articles deleted${takedown === undefined ? '' : '; they are refused from now on'}`,
    );
    if (unknown.length > 0 && ids.length > 0) {
      console.error(`lisan: there was no article ${unknown.map((id) => JSON.stringify(id)).join(', ')}`);
      process.exitCode ||= 1;
    }
    if (deleted > 0 && index) await updateIndex(service);
  });
}

function titleOf({ archive }: Service, id: string): string {
  try {
    return archive.get(id)?.title ?? '(there is no such article)';
  } catch (thrown) {
    if (thrown instanceof LisanError) return '(damaged)';
    throw thrown;
  }
}

async function updateIndex(service: Service): Promise<void> {
  await interruptible((signal) => runReindex(service, { signal }));
}

function invalid(message: string, remedy: string): LisanError {
  return new LisanError({ code: 'invalid_option', message, remedy });
}
