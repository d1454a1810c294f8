/** `lisan synonyms`: words that find each other. */
import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import {
  removeSynonym,
  storeSynonyms,
  synonymLine,
  synonymOfLine,
  synonymsIn,
  synonymsOfLines,
  unknownSynonym,
} from '../../search/synonyms/synonym-list.ts';
import { withService } from '../with-service.ts';

export function synonymsCommand(): Command {
  const synonyms = new Command('synonyms')
    .description('Words and terms that find each other. A change takes effect with the next search.')
    .addHelpText('after', '\nExample:\n  $ lisan synonyms list');
  synonyms
    .command('list')
    .description('List all synonyms with their ids.')
    .option('--json', 'print JSON, one synonym a line')
    .addHelpText('after', '\nExample:\n  $ lisan synonyms list')
    .action(({ json = false }: { json?: boolean }) =>
      withService(({ archive }) => {
        for (const synonym of synonymsIn(archive))
          console.log(json ? JSON.stringify(synonym) : `${synonym.id}\t${synonymLine(synonym)}`);
      }),
    );
  synonyms
    .command('add')
    .description('Add a synonym: two-way with commas, one-way with an arrow, with a language if you like.')
    .argument(
      '<text...>',
      '"car, automobile", "merkez bankası, TCMB", "AB => Avrupa Birliği" or "tr: araba, otomobil"',
    )
    .addHelpText('after', '\nExample:\n  $ lisan synonyms add "tr: araba, otomobil"')
    .action((texts: string[]) =>
      withService(({ archive }) => {
        for (const synonym of storeSynonyms(archive, texts.map(synonymOfLine)))
          console.log(`${synonym.id}\t${synonymLine(synonym)}`);
      }),
    );
  synonyms
    .command('remove')
    .description('Remove synonyms by their ids.')
    .argument('<id...>')
    .addHelpText('after', '\nExample:\n  $ lisan synonyms remove Zk3vq0aX1bQc')
    .action((ids: string[]) =>
      withService(({ archive }) => {
        for (const id of ids) {
          if (!removeSynonym(archive, id)) throw unknownSynonym(id, '`lisan synonyms list` lists the ids.');
          console.log(`${id} removed`);
        }
      }),
    );
  synonyms
    .command('import')
    .description('Add the synonyms of a file, one a line; - is the standard input.')
    .argument('<file>')
    .option('--replace', 'remove all synonyms that are not in the file')
    .addHelpText('after', '\nExample:\n  $ lisan synonyms import synonyms.txt')
    .action((file: string, { replace = false }: { replace?: boolean }) =>
      withService(({ archive }) => {
        const added = synonymsOfLines(readFileSync(file === '-' ? 0 : file, 'utf8'));
        console.log(`${storeSynonyms(archive, added, { replace }).length} synonyms read`);
      }),
    );
  synonyms
    .command('export')
    .description('Write all synonyms as a file that import reads.')
    .argument('[file]', 'the standard output without it')
    .addHelpText('after', '\nExample:\n  $ lisan synonyms export synonyms.txt')
    .action((file: string | undefined) =>
      withService(({ archive }) => {
        const text = synonymsIn(archive)
          .map((synonym) => `${synonymLine(synonym)}\n`)
          .join('');
        if (file === undefined) process.stdout.write(text);
        else writeFileSync(file, text);
      }),
    );
  return synonyms;
}
