/** What alerts change in the archive: one step of a method of its table, so that the writer thread can do it. */

import { alertSecret } from '../../alerts/tokens.ts';
import type { AlertTable } from '../../archive/alert-table.ts';
import type { Archive } from '../../archive/archive.ts';
import type { AnyWrite, Write } from '../workers/write.ts';

type Method =
  | 'add'
  | 'confirm'
  | 'resume'
  | 'remove'
  | 'removeUnconfirmed'
  | 'found'
  | 'claim'
  | 'settle'
  | 'drop';

type Step = { [M in Method]: { do: M; with: Parameters<AlertTable[M]> } }[Method];

const stepWrite: Write<Step, unknown> = {
  name: 'alerts/step',
  run: ({ archive }, step) => stepOf(archive, step),
};

const secretWrite: Write<undefined, string> = {
  name: 'alerts/secret',
  run: ({ archive }) => alertSecret(archive),
};

export const ALERT_WRITES: readonly AnyWrite[] = [stepWrite, secretWrite];

/** Runs writes, on whatever thread. */
export interface AlertWriter {
  run<Request, Answer>(write: Write<Request, Answer>, request: Request): Promise<Answer>;
}

/** A method of the table of alerts. */
export async function change<M extends Method>(
  writer: AlertWriter,
  method: M,
  ...values: Parameters<AlertTable[M]>
): Promise<ReturnType<AlertTable[M]>> {
  const step = { do: method, with: values } as unknown as Step;
  return (await writer.run(stepWrite, step)) as ReturnType<AlertTable[M]>;
}

export const secretOfAlerts = (writer: AlertWriter): Promise<string> => writer.run(secretWrite, undefined);

function stepOf(archive: Archive, step: Step): unknown {
  const method = archive.alerts[step.do] as (...values: unknown[]) => unknown;
  return method.apply(archive.alerts, step.with);
}
