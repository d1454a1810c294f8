/** `lisan entities merge`, `split`, `correct`, `decisions` and `undo`: what people decide about entities. */
import { Command } from 'commander';
import type { ListedDecision } from '../../entities/decisions/decision.ts';
import { decisionsIn, takeBackDecision } from '../../entities/decisions/decision-list.ts';
import { decide, unknownDecision } from '../../service/decide.ts';
import type { Service } from '../../service/service.ts';
import { interruptible } from '../signals.ts';
import { withService } from '../with-service.ts';
import { updateOrWait } from './reindex.ts';

export function mergeCommand(): Command {
  return new Command('merge')
    .description('Make entities one; the documents that mention them are tagged again.')
    .argument('<kept>', 'id of the entity that stays')
    .argument('<merged...>', 'ids of the entities that become a part of it')
    .addHelpText('after', '\nExample:\n  $ lisan entities merge person-jane-doe unlisted-person-j-doe')
    .action((into: string, merged: string[]) =>
      decideAndFollow(merged.map((from) => ({ kind: 'merge', into, from }))),
    );
}

export function splitCommand(): Command {
  return new Command('split')
    .description('Make names of an entity those of others: each becomes an entity of its own.')
    .argument('<entity>', 'id of the entity')
    .argument('<name...>', 'names, as articles write them; one in quotation marks if it has several words')
    .addHelpText('after', "\nExample:\n  $ lisan entities split person-jane-doe 'Jane M. Doe'")
    .action((entity: string, names: string[]) =>
      decideAndFollow(names.map((name) => ({ kind: 'split', entity, name }))),
    );
}

export function correctCommand(): Command {
  return new Command('correct')
    .description('Say who is meant in one document: by the mentions of an entity, by a name, or both.')
    .argument('<document>', 'id of the document')
    .option('--entity <id>', 'only mentions of this entity')
    .option('--name <name>', 'only where it is written so; without --entity also where nobody was found')
    .requiredOption('--to <id>', 'who is meant; none for nobody')
    .addHelpText('after', '\nExample:\n  $ lisan entities correct 2023-11-05-ankara --name Fidan --to none')
    .action((document: string, { entity, name, to }: { entity?: string; name?: string; to: string }) =>
      decideAndFollow([
        {
          kind: 'correct',
          document,
          ...(entity !== undefined && { entity }),
          ...(name !== undefined && { name }),
          to: to === 'none' ? null : to,
        },
      ]),
    );
}

export function decisionsCommand(): Command {
  return new Command('decisions')
    .description('List merges, splits and corrections with their ids.')
    .option('--json', 'print JSON, one decision a line')
    .addHelpText('after', '\nExample:\n  $ lisan entities decisions')
    .action(({ json = false }: { json?: boolean }) =>
      withService(({ archive }) => {
        for (const decision of decisionsIn(archive))
          console.log(json ? JSON.stringify(decision) : decisionLine(decision));
      }),
    );
}

export function undoCommand(): Command {
  return new Command('undo')
    .description('Take back merges, splits and corrections by their ids.')
    .argument('<id...>')
    .addHelpText('after', '\nExample:\n  $ lisan entities undo Zk3vq0aX1bQc')
    .action((ids: string[]) =>
      withService(async (service) => {
        for (const id of ids) {
          if (!takeBackDecision(service.archive, id)) throw unknownDecision(id);
          console.log(`${id} taken back`);
        }
        await follow(service);
      }),
    );
}

/** Keeps decisions and tags the documents that they concern. */
export function decideAndFollow(given: readonly unknown[]): Promise<void> {
  return withService(async (service) => {
    for (const decision of await decide(service, given)) console.log(decisionLine(decision));
    await follow(service);
  });
}

export async function follow(service: Service): Promise<void> {
  const report = await interruptible((signal) => updateOrWait(service, signal));
  if (report !== undefined) console.error(`${report.retagged} documents tagged again`);
}

/** A decision for people: its id, a tab, what was decided. */
export function decisionLine(decision: ListedDecision): string {
  const { id, kind } = decision;
  if (kind === 'merge') return `${id}\t${decision.from} is ${decision.into}`;
  if (kind === 'split') return `${id}\t${JSON.stringify(decision.name)} is not ${decision.entity}`;
  const { document, entity, name, to } = decision;
  const what = [name === undefined ? [] : JSON.stringify(name), entity ?? []].flat().join(' as ');
  return `${id}\tin ${document}, ${what} is ${to ?? 'nobody'}`;
}
