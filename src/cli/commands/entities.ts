/** `lisan entities`: check, list and add to the gazetteer. */
import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { LANGUAGES } from '../../analysis/languages/registry.ts';
import { readConfig } from '../../config/settings.ts';
import { type Incomplete, incomplete } from '../../entities/gazetteer/coverage.ts';
import {
  ENTITY_TYPES,
  type Entity,
  type Gazetteer,
  loadGazetteer,
  nameIn,
} from '../../entities/gazetteer/gazetteer.ts';
import { PrefixLookup } from '../../entities/gazetteer/prefix-lookup.ts';
import { addEntities } from '../../entities/gazetteer/user-file.ts';
import { inMemory, packsOf } from '../../entities/packed/layered-entities.ts';
import { GAZETTEER_FOLDER } from '../../service/service.ts';
import {
  correctCommand,
  decisionsCommand,
  mergeCommand,
  splitCommand,
  undoCommand,
} from './entities-decisions.ts';
import { entitiesFile, exportCommand, importCommand } from './entities-lists.ts';
import { suggestCommand } from './entities-suggest.ts';

/** Incomplete entities that `check` lists; all are counted. */
const MOST_LISTED = 1000;

/** The command with its subcommands. */
export function entitiesCommand(): Command {
  const entities = new Command('entities').description(
    'Show, check and extend the gazetteer, and correct who is meant.',
  );

  entities
    .command('check')
    .description(
      'Check the gazetteer merged with your own file; lists names that collide and missing languages.',
    )
    .argument('[file]', 'the file to check instead of the one in LISAN_ENTITIES')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ lisan entities check mine.jsonl')
    .action(check);

  entities
    .command('list')
    .description('List all entities, or those with a name that has a word with this prefix, in any script.')
    .argument('[text...]', 'the prefix')
    .addOption(new Option('--type <type>', 'only entities of this type').choices(ENTITY_TYPES))
    .addOption(
      new Option('--lang <code>', 'language of the names')
        .choices(LANGUAGES.map(({ code }) => code))
        .default('en'),
    )
    .option('--json', 'print whole entities, one JSON object per line')
    .addHelpText('after', '\nExample:\n  $ lisan entities list لافر')
    .action(list);

  entities
    .command('add')
    .description('Add entities to the file in LISAN_ENTITIES; an entity with a known id is replaced.')
    .argument('[json]', 'an entity as a JSON object; - or no argument reads lines from stdin', '-')
    .addHelpText(
      'after',
      `\nExample:\n  $ lisan entities add '{"id": "person-jane-doe", "type": "person", "names": {"en": ["Jane Doe"]}}'`,
    )
    .action(add);

  entities.addCommand(importCommand());
  entities.addCommand(exportCommand());
  entities.addCommand(suggestCommand());
  entities.addCommand(mergeCommand());
  entities.addCommand(splitCommand());
  entities.addCommand(correctCommand());
  entities.addCommand(decisionsCommand());
  entities.addCommand(undoCommand());

  return entities;
}

function check(file: string | undefined, { json = false }: { json?: boolean }): void {
  const gazetteer = load(file);
  const counts = Object.fromEntries(ENTITY_TYPES.map((type) => [type, 0]));
  for (const { type } of inMemory(gazetteer).values()) counts[type]!++;
  for (const { header } of packsOf(gazetteer))
    for (const [type, count] of Object.entries(header.counts)) counts[type]! += count;
  const lacking: Incomplete[] = [];
  let lackingCount = 0;
  for (const entity of incomplete(gazetteer)) {
    lackingCount++;
    if (lacking.length < MOST_LISTED) lacking.push(entity);
  }
  const { entities, warnings } = gazetteer;
  if (json) {
    console.log(
      JSON.stringify({
        entities: entities.size,
        counts,
        warnings,
        incomplete: lacking,
        incompleteCount: lackingCount,
      }),
    );
    return;
  }
  for (const warning of warnings) console.log(`warning: ${warning}`);
  for (const { id, names, description } of lacking) {
    const texts = Object.entries({ name: names, description }).filter(([, codes]) => codes.length > 0);
    console.log(
      `incomplete: ${id} has ${texts.map(([what, codes]) => `no ${what} in ${codes.join(', ')}`).join(' and ')}`,
    );
  }
  if (lackingCount > lacking.length) console.log(`incomplete: ${lackingCount - lacking.length} more`);
  const types = Object.entries(counts).map(([type, count]) => `${count} ${type}`);
  console.log(
    `${entities.size} entities (${types.join(', ')}), ${warnings.length} warnings, ${lackingCount} incomplete`,
  );
}

function list(
  words: string[],
  { type, lang, json = false }: { type?: Entity['type']; lang: string; json?: boolean },
): void {
  const found = new PrefixLookup(load()).beginningWith(words.join(' '));
  for (const { entity } of found) {
    if (type !== undefined && entity.type !== type) continue;
    if (json) console.log(JSON.stringify(entity));
    else console.log(`${entity.id.padEnd(40)}${nameIn(entity, lang)}`);
  }
}

function add(json: string): void {
  const file = entitiesFile();
  const { added, changed, gazetteer } = addEntities(
    GAZETTEER_FOLDER,
    file,
    json === '-' ? readFileSync(0, 'utf8') : json,
  );
  for (const id of added) console.log(`added ${id}`);
  for (const id of changed) console.log(`changed ${id}`);
  const concerned = gazetteer.warnings.filter((text) =>
    [...added, ...changed].some((id) => text.includes(id)),
  );
  for (const warning of concerned) console.log(`warning: ${warning}`);
  console.error(
    'Run `lisan reindex` to make them searchable; only documents with one of their names are tagged again.',
  );
}

function load(file?: string): Gazetteer {
  const { entities } = readConfig();
  const own = file ?? entities;
  return loadGazetteer(GAZETTEER_FOLDER, own === '' ? undefined : own);
}
