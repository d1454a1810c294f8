/** `lisan pins`: articles that come first for a query, and those that are left out. */
import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { onTerminal } from '../../common/bidi.ts';
import {
  type ListedRule,
  pinLine,
  pinsIn,
  pinsOfLines,
  removePins,
  storePins,
  unknownPins,
} from '../../search/pins/pin-list.ts';
import { withService } from '../with-service.ts';

interface AddOptions {
  pin?: string[];
  hide?: string[];
  lang?: string;
}

export function pinsCommand(): Command {
  const pins = new Command('pins')
    .description(
      'Articles that come first for a query, or are left out. A change takes effect with the next search.',
    )
    .addHelpText('after', '\nExample:\n  $ lisan pins list');
  pins
    .command('list')
    .description(
      'List the pinned and hidden articles of all queries, and those that the archive does not have.',
    )
    .option('--json', 'print JSON, one query a line')
    .addHelpText('after', '\nExample:\n  $ lisan pins list')
    .action(({ json = false }: { json?: boolean }) =>
      withService(({ archive }) => {
        for (const rule of pinsIn(archive)) console.log(json ? JSON.stringify(rule) : written(rule));
      }),
    );
  pins
    .command('set')
    .description('Pin or hide articles for a query; what was set for it before is replaced.')
    .argument('<query>', 'plain words; every query with the same words is meant')
    .option('--pin <id...>', 'articles that come first, in this order')
    .option('--hide <id...>', 'articles that are left out')
    .option('--lang <code>', 'only for readers in this language')
    .addHelpText('after', "\nExample:\n  $ lisan pins set 'merkez bankası' --pin a1 a2 --hide a3")
    .action((query: string, { pin = [], hide = [], lang }: AddOptions) =>
      withService(({ archive }) => {
        const rule = { query, pinned: pin, hidden: hide, ...(lang !== undefined && { lang }) };
        for (const stored of storePins(archive, [rule])) console.log(written(stored));
      }),
    );
  pins
    .command('remove')
    .description('Remove the pinned and hidden articles of queries by their ids.')
    .argument('<id...>')
    .addHelpText('after', '\nExample:\n  $ lisan pins remove Zk3vq0aX1bQc')
    .action((ids: string[]) =>
      withService(({ archive }) => {
        for (const id of ids) {
          if (!removePins(archive, id)) throw unknownPins(id, '`lisan pins list` lists the ids.');
          console.log(`${id} removed`);
        }
      }),
    );
  pins
    .command('import')
    .description('Set the pins of a file, one query a line as JSON; - is the standard input.')
    .argument('<file>')
    .option('--replace', 'remove all pins that are not in the file')
    .addHelpText('after', '\nExample:\n  $ lisan pins import pins.jsonl')
    .action((file: string, { replace = false }: { replace?: boolean }) =>
      withService(({ archive }) => {
        const read = pinsOfLines(readFileSync(file === '-' ? 0 : file, 'utf8'));
        const stored = storePins(archive, read, { replace });
        const missing = stored.flatMap((rule) => rule.missing).length;
        const lost = missing === 0 ? '' : `; ${missing} of their articles are not in the archive`;
        console.log(`${stored.length} queries read${lost}`);
      }),
    );
  pins
    .command('export')
    .description('Write all pins as a file that import reads.')
    .argument('[file]', 'the standard output without it')
    .addHelpText('after', '\nExample:\n  $ lisan pins export pins.jsonl')
    .action((file: string | undefined) =>
      withService(({ archive }) => {
        const text = pinsIn(archive)
          .map((rule) => `${pinLine(rule)}\n`)
          .join('');
        if (file === undefined) process.stdout.write(text);
        else writeFileSync(file, text);
      }),
    );
  return pins;
}

function written({ id, query, lang, pinned, hidden, missing }: ListedRule): string {
  const lists = [
    ['pinned', pinned],
    ['hidden', hidden],
    ['not in the archive', missing],
  ] as const;
  const said = lists.flatMap(([name, list]) => (list.length === 0 ? [] : [`${name}: ${list.join(', ')}`]));
  return onTerminal(`${id}\t${lang === undefined ? '' : `${lang}: `}${query}\t${said.join('; ')}`);
}
