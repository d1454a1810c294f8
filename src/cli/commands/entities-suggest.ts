/** `lisan entities suggest`: people whom the archive names with a title and the gazetteer lacks, as gazetteer lines. */
import { Command } from 'commander';
import { foldLatin } from '../../analysis/folding/latin.ts';
import type { FoundName } from '../../entities/discovery/discovery.ts';
import { romanised } from '../../entities/transliteration/letters.ts';
import { discoverNames } from '../../indexing/discover-names.ts';
import { wholeNumber } from '../options.ts';
import { Progress } from '../progress.ts';
import { withService } from '../with-service.ts';

/** The subcommand of `lisan entities`. */
export function suggestCommand(): Command {
  return new Command('suggest')
    .description(
      'Suggest people whom the archive names with a title: gazetteer lines on stdout, counts and examples on stderr.',
    )
    .option('--least <n>', 'documents that must have the name', wholeNumber(999_999), 3)
    .option('--limit <n>', 'names to suggest', wholeNumber(999_999), 50)
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

async function suggest({
  least,
  limit,
  json = false,
}: {
  least: number;
  limit: number;
  json?: boolean;
}): Promise<void> {
  await withService(({ archive, tagger }) => {
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
