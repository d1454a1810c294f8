/** The writes that the writer thread knows. */
import { ALERT_WRITES } from '../alerts/writes.ts';
import { MEILISEARCH_WRITES } from '../meilisearch/writes.ts';
import { deleteWrite } from '../routes/delete-document.ts';
import { DECISION_WRITES } from '../routes/entity-decisions.ts';
import { OWN_ENTITY_WRITES } from '../routes/own-entities.ts';
import { PIN_WRITES } from '../routes/pins.ts';
import { storeWrite } from '../routes/store-documents.ts';
import { SYNONYM_WRITES } from '../routes/synonyms.ts';
import { TAKEDOWN_WRITES } from '../routes/takedowns.ts';
import type { AnyWrite } from './write.ts';

export const WRITES: readonly AnyWrite[] = [
  storeWrite,
  deleteWrite,
  ...DECISION_WRITES,
  ...SYNONYM_WRITES,
  ...ALERT_WRITES,
  ...PIN_WRITES,
  ...TAKEDOWN_WRITES,
  ...OWN_ENTITY_WRITES,
  ...MEILISEARCH_WRITES,
];
