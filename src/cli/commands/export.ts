/** `lisan export`: writes the archive to a file that `lisan ingest` reads as the same articles. */
import { Command, Option } from 'commander';
import { EXPORT_FORMATS, type ExportFormat } from '../../ingest/export-format.ts';
import type { Service } from '../../service/service.ts';
import { writeLines } from '../output.ts';
import { withService } from '../with-service.ts';
import { type Selection, selectedArticles } from './selection.ts';

interface ExportOptions extends Selection {
  format: keyof typeof EXPORT_FORMATS;
}

export function exportCommand(): Command {
  return new Command('export')
    .description('Write articles with all their fields, so that ingesting the file gives the same archive.')
    .argument('[file]', 'the file; it must not exist yet (default: the standard output)')
    .addOption(
      new Option('--format <format>', 'how to write them')
        .choices(Object.keys(EXPORT_FORMATS))
        .default('jsonl'),
    )
    .option('--source <name>', 'articles of this source')
    .option('--before <date>', 'articles published before this day, like 2024-03-12')
    .option('--query <text>', 'articles that a search finds')
    .addHelpText('after', "\nExample:\n  $ lisan export --source 'Example Daily' --format csv")
    .action(exportArticles);
}

async function exportArticles(
  file: string | undefined,
  { format, ...selection }: ExportOptions,
): Promise<void> {
  await withService(async (service) => {
    let count = 0;
    async function* lines(): AsyncGenerator<string> {
      const { head, write }: ExportFormat = EXPORT_FORMATS[format];
      if (head !== '') yield head;
      for await (const article of selectedArticles(service, selection)) {
        count++;
        yield write(article);
      }
    }
    await writeLines(lines(), file);
    for (const id of damagedIds(service)) {
      console.error(`lisan: article ${JSON.stringify(id)} is damaged and was left out`);
      process.exitCode ||= 1;
    }
    console.error(`${count} articles exported`);
  });
}

function* damagedIds({ archive }: Service): Generator<string> {
  for (const { id, damaged } of archive.allArticles()) if (damaged) yield id;
}
