/** The addresses of the API: the service serves this list, `/openapi.json` describes it. A new route is a line here. */

import { confirmAlert, confirmPage, endAlert, endPage } from './alert-pages.ts';
import { addAlert, alerts, deleteAlert, offer, testAlert } from './alerts.ts';
import { batch } from './batch.ts';
import { citation } from './citation.ts';
import { compare, compareCsv } from './compare.ts';
import { deleteDocument } from './delete-document.ts';
import { document } from './document.ts';
import { entities } from './entities.ts';
import { entity } from './entity.ts';
import { decideRoute, entityDecisions, takeBackRoute } from './entity-decisions.ts';
import { exportBibtex, exportCsv, exportJsonLines, exportPrintable, exportRis } from './export.ts';
import { feed } from './feed.ts';
import { health } from './health.ts';
import { marks } from './marks.ts';
import { metrics } from './metrics.ts';
import { newArticles } from './new-articles.ts';
import { addOwnEntities, deleteOwnEntity, ownEntities } from './own-entities.ts';
import { addPins, deletePins, pins } from './pins.ts';
import { report } from './report.ts';
import { revision, revisions } from './revisions.ts';
import type { Route } from './route.ts';
import { search } from './search.ts';
import { similar } from './similar.ts';
import { state } from './state.ts';
import { storeDocuments } from './store-documents.ts';
import { suggest } from './suggest.ts';
import { addSynonymsRoute, deleteSynonym, synonyms } from './synonyms.ts';
import { liftTakedown, takeDown, takedowns } from './takedowns.ts';
import { together, togetherCsv } from './together.ts';

export const ROUTES: readonly Route[] = [
  search,
  newArticles,
  feed,
  exportJsonLines,
  exportCsv,
  exportRis,
  exportBibtex,
  exportPrintable,
  batch,
  compare,
  compareCsv,
  together,
  togetherCsv,
  suggest,
  similar,
  document,
  citation,
  revisions,
  revision,
  marks,
  storeDocuments,
  deleteDocument,
  entities,
  entity,
  entityDecisions,
  decideRoute,
  takeBackRoute,
  synonyms,
  addSynonymsRoute,
  deleteSynonym,
  offer,
  alerts,
  addAlert,
  confirmPage,
  confirmAlert,
  endPage,
  endAlert,
  deleteAlert,
  testAlert,
  pins,
  addPins,
  deletePins,
  takedowns,
  takeDown,
  liftTakedown,
  ownEntities,
  addOwnEntities,
  deleteOwnEntity,
  report,
  state,
  health,
  metrics,
];
