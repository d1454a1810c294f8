/** `lisan entities import` and `export`: lists of entities in the formats of others. */
import { Command, Option } from 'commander';
import { messageOf } from '../../common/errors.ts';
import { readConfig } from '../../config/settings.ts';
import { checkedDecision, invalidDecision } from '../../entities/decisions/decision.ts';
import { decisionsIn, storeDecisions } from '../../entities/decisions/decision-list.ts';
import {
  ENTITY_TYPES,
  type Entity,
  GAZETTEER_FOLDER,
  loadGazetteer,
} from '../../entities/gazetteer/gazetteer.ts';
import { numberedLines } from '../../entities/gazetteer/line-file.ts';
import { noOwnFile, ownEntities } from '../../entities/gazetteer/user-file.ts';
import { LIST_WRITERS, type ListFormat, type ListWriter } from '../../entities/lists/export-lists.ts';
import { importLists } from '../../entities/lists/import-lists.ts';
import { reportLines } from '../../entities/lists/import-report.ts';
import { LIST_READERS } from '../../entities/lists/readers.ts';
import { writeLines } from '../output.ts';
import { Progress } from '../progress.ts';
import { withService } from '../with-service.ts';
import { follow } from './entities-decisions.ts';

interface ImportFlags {
  format?: string;
  type?: Entity['type'];
  dryRun?: boolean;
  json?: boolean;
  decisions?: boolean;
}

export function importCommand(): Command {
  return new Command('import')
    .description(
      'Put lists of entities into the file in LISAN_ENTITIES: Wikidata, OpenSanctions, GeoNames, CSV. Entities that are there are merged.',
    )
    .argument('<file...>', 'the lists, also gzipped; those that belong together in one command')
    .addOption(
      new Option('--format <format>', 'format of all files (default: by name and content)').choices(
        LIST_READERS.map(({ name }) => name),
      ),
    )
    .addOption(
      new Option('--type <type>', 'type of entities for which a list says none').choices(ENTITY_TYPES),
    )
    .option('--dry-run', 'only report what would be done')
    .option('--json', 'print the report as JSON')
    .option(
      '--decisions',
      'the files are merges, splits and corrections, as `export --decisions` writes them',
    )
    .addHelpText(
      'after',
      '\nExample:\n  $ lisan entities import cities15000.txt alternateNamesV2.txt --dry-run',
    )
    .action(importFiles);
}

async function importFiles(
  files: string[],
  { json = false, decisions = false, ...flags }: ImportFlags,
): Promise<void> {
  if (decisions) return importDecisions(files, flags.dryRun ?? false);
  const file = entitiesFile();
  const progress = new Progress('entities');
  const report = await importLists(files, {
    ...flags,
    builtIn: loadGazetteer(GAZETTEER_FOLDER).entities.values(),
    file,
    onProgress: (done) => progress.update(done),
  });
  progress.end();
  if (json) console.log(JSON.stringify(report));
  else for (const line of reportLines(report)) console.log(line);
  if (report.dryRun) return;
  const packing = new Progress('entities packed');
  loadGazetteer(GAZETTEER_FOLDER, file, { onPack: (done) => packing.update(done) });
  packing.end();
  console.error(
    'Run `lisan reindex` to make them searchable; only documents with one of their names are tagged again.',
  );
}

interface ExportFlags {
  format: ListFormat;
  type?: Entity['type'];
  all?: boolean;
  decisions?: boolean;
}

export function exportCommand(): Command {
  return new Command('export')
    .description('Write entities: your own, or all with --all.')
    .argument('[file]', 'the file; it must not exist yet (default: the standard output)')
    .addOption(
      new Option('--format <format>', 'how to write them')
        .choices(Object.keys(LIST_WRITERS))
        .default('jsonl'),
    )
    .addOption(new Option('--type <type>', 'only entities of this type').choices(ENTITY_TYPES))
    .option('--all', 'also the entities that lisan brings')
    .option('--decisions', 'merges, splits and corrections instead, one JSON object per line')
    .addHelpText('after', '\nExample:\n  $ lisan entities export --all --format csv entities.csv')
    .action(exportEntities);
}

async function exportEntities(
  file: string | undefined,
  { format, type, all = false, decisions = false }: ExportFlags,
): Promise<void> {
  if (decisions) return exportDecisions(file);
  const { entities: own } = readConfig();
  if (own === '' && !all) entitiesFile();
  const gazetteer = loadGazetteer(GAZETTEER_FOLDER, own === '' ? undefined : own);
  const { head, write }: ListWriter = LIST_WRITERS[format];
  let count = 0;
  function* lines(): Generator<string> {
    if (head !== '') yield head;
    for (const entity of all ? gazetteer.entities.values() : ownEntities(gazetteer, own)) {
      if (type !== undefined && entity.type !== type) continue;
      count++;
      yield write(entity);
    }
  }
  await writeLines(lines(), file);
  console.error(`${count} entities exported`);
}

async function exportDecisions(file: string | undefined): Promise<void> {
  await withService(async ({ archive }) => {
    const all = decisionsIn(archive);
    await writeLines(
      all.map(({ id: _, ...decision }) => `${JSON.stringify(decision)}\n`),
      file,
    );
    console.error(`${all.length} decisions exported`);
  });
}

/** Ids are not looked up: the archive may get its articles, and the gazetteer its entities, later. */
async function importDecisions(files: readonly string[], dryRun: boolean): Promise<void> {
  const given = files.flatMap((file) =>
    [...numberedLines(file)].map(([number, line]) => {
      try {
        return checkedDecision(JSON.parse(line));
      } catch (thrown) {
        throw invalidDecision(`${file}:${number}: ${messageOf(thrown)}`);
      }
    }),
  );
  if (dryRun) {
    console.error(`${given.length} decisions would be imported`);
    return;
  }
  await withService(async (service) => {
    const before = decisionsIn(service.archive).length;
    storeDecisions(service.archive, given);
    console.error(
      `${given.length} decisions read, ${decisionsIn(service.archive).length - before} of them new`,
    );
    await follow(service);
  });
}

/** The user's file. @throws LisanError `no_entities_file` if none is configured. */
export function entitiesFile(): string {
  const { entities: file } = readConfig();
  if (file !== '') return file;
  throw noOwnFile();
}
