/** How alerts are doing: for `lisan status`, `lisan doctor` and the metrics. */
import type { Alert } from '../archive/alert.ts';
import type { Archive } from '../archive/archive.ts';
import type { Config } from '../config/settings.ts';
import { followers } from './alert-runner.ts';

/** `failing`: active, and the last try failed. `ownerless`: the key they belong to is gone. */
export type AlertCondition = 'ok' | 'unconfirmed' | 'failing' | 'stopped' | 'ownerless';

export function conditionOf(alert: Alert, keys: Config['keys']): AlertCondition {
  if (alert.state !== 'active') return alert.state;
  if (!followers(keys)(alert)) return 'ownerless';
  return alert.failure === null ? 'ok' : 'failing';
}

export interface AlertHealth {
  counts: Record<AlertCondition, number>;
  /** Messages of which nobody knows whether they arrived. */
  uncertain: number;
  /** Alerts whose rows are damaged; they are not delivered. */
  damaged: number;
}

export function alertHealth(archive: Archive, keys: Config['keys']): AlertHealth {
  const counts = { ok: 0, unconfirmed: 0, failing: 0, stopped: 0, ownerless: 0 };
  let uncertain = 0;
  for (const alert of archive.alerts.list()) {
    counts[conditionOf(alert, keys)]++;
    uncertain += alert.uncertain;
  }
  return { counts, uncertain, damaged: archive.alerts.damaged().length };
}
