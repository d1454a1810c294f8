/**
 * `lisan entities suggest`: whom the archive names and the gazetteer lacks, as gazetteer lines. With `LISAN_NAMES=all` these
 * are the unlisted entities of the index; else the archive is read for people with a title.
 */
import { Command, Option } from 'commander';
import { foldLatin } from '../../analysis/folding/latin.ts';
import type { FoundName } from '../../entities/discovery/discovery.ts';
import { romanised } from '../../entities/transliteration/letters.ts';
import { discoverNames } from '../../indexing/discover-names.ts';
import { unlistedEntities } from '../../search/results/unlisted-list.ts';
import type { Service } from '../../service/service.ts';
import { wholeNumber } from '../options.ts';
import { Progress } from '../progress.ts';
import { withService } from '../with-service.ts';

/** Spellings of an unlisted entity that are printed. */
const SPELLINGS = 5;

/** The subcommand of `lisan entities`. */
export function suggestCommand(): Command {
  return new Command('suggest')
    .description(
      'Suggest entities for the gazetteer, as its lines: with LISAN_NAMES=all the unlisted ones of the archive, else people whom it names with a title.',
    )
    .option('--least <n>', 'documents that must have the name', wholeNumber(999_999), 3)
    .option('--limit <n>', 'names to suggest', wholeNumber(999_999), 50)
    .addOption(
      new Option('--type <type>', 'only entities of this type').choices(['person', 'place', 'organisation']),
    )
    .option('--json', 'print counts and examples in each line instead of on stderr')
    .addHelpText('after', '\nExample:\n  $ lisan entities suggest --least 3 > new.jsonl')
    .action(suggest);
}

/** A gazetteer line for a name, with the spellings of each language. */
export function entityLine({ spellings }: FoundName): {
  id: string;
  type: 'person';
  names: Record<string, string[]>;
} {
  const names: Record<string, string[]> = {};
  for (const { lang, name } of spellings) {
    if (lang === 'und') continue;
    names[lang] ??= [];
    if (!names[lang].includes(name)) names[lang].push(name);
  }
  const latin = spellings.find(({ name }) => /^[\p{Script=Latin}\P{L}]+$/u.test(name))?.name;
  const plain = foldLatin((latin ?? romanised(spellings[0]!.name)).toLowerCase());
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return { id: `person-${slug}`, type: 'person', names };
}

interface SuggestFlags {
  least: number;
  limit: number;
  type?: string;
  json?: boolean;
}

async function suggest({ least, limit, type, json = false }: SuggestFlags): Promise<void> {
  await withService(async (service) => {
    if (service.config.names === 'all') return suggestUnlisted(service, { least, limit, type, json });
    // Titles tell people only.
    if (type !== undefined && type !== 'person') return;
    const { archive, tagger } = service;
    const progress = new Progress('read');
    const found = discoverNames(archive, tagger, least, (done, total) => progress.update(done, total));
    progress.end();
    for (const name of found.slice(0, limit)) {
      const entity = entityLine(name);
      if (json) {
        console.log(JSON.stringify({ entity, documents: name.documents, spellings: name.spellings }));
        continue;
      }
      console.log(JSON.stringify(entity));
      console.error(`${entity.id}: ${name.documents} documents`);
      for (const { name: spelling, lang, documents, example } of name.spellings)
        console.error(`  ${lang} ${spelling} (${documents}): ${example}`);
    }
  });
}

async function suggestUnlisted(
  { live, gazetteer }: Service,
  { least, limit, type, json }: { least: number; limit: number; type: string | undefined; json: boolean },
): Promise<void> {
  let left = limit;
  for await (const found of unlistedEntities(await live.current(), gazetteer, least)) {
    if (left <= 0) return;
    if (type !== undefined && found.type !== type) continue;
    left--;
    const { names, documents, spellings, ids } = found;
    const entity = { id: listedId(ids[0]!), type: found.type, names };
    if (json) {
      console.log(JSON.stringify({ entity, documents, spellings, ids }));
      continue;
    }
    console.log(JSON.stringify(entity));
    console.error(`${entity.id}: ${documents} documents`);
    for (const { spelling, language, mentions } of spellings.slice(0, SPELLINGS))
      console.error(`  ${language} ${spelling} (${mentions})`);
  }
}

/** The id that an unlisted entity gets in the gazetteer. */
const listedId = (id: string): string => id.replace(/^unlisted-/, '');
