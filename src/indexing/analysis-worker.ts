/** Code of one analysis thread of `AnalysisPool`: turns articles into a batch or into packed records. */
import { move, transferableSymbol, valueSymbol, workerData } from 'piscina';
import { toArticle } from '../archive/stored-row.ts';
import { TimeZone } from '../common/time-zone.ts';
import { annotate } from '../document/annotate.ts';
import { type Batch, buffersOf } from '../engines/batch/batch.ts';
import { Decisions } from '../entities/decisions/decisions.ts';
import { GAZETTEER_FOLDER, loadGazetteer } from '../entities/gazetteer/gazetteer.ts';
import { Tagger } from '../entities/tagger/tagger.ts';
import type { AnalysisTask, AnalystData } from './analysis-pool.ts';
import { batchOfArticles } from './batch-builder.ts';
import { recordOf } from './record.ts';
import { type EncodedRecords, encodeRecords } from './record-codec.ts';

const { entities, timezone, names, facets, limits, decisions } = workerData as AnalystData;
const zone = new TimeZone(timezone);
const tagger = new Tagger(
  loadGazetteer(GAZETTEER_FOLDER, entities === '' ? undefined : entities, { checked: true }),
  names,
  limits,
);
const decided = new Decisions(decisions, tagger.gazetteer);
tagger.decisions = () => decided;

/** @throws what the analysis throws. */
export default function analyse({ articles: raw, as }: AnalysisTask): unknown {
  const articles = raw.map(toArticle);
  if (as === 'batch') {
    const batch: Batch = batchOfArticles(articles, tagger, zone, facets);
    return transferred(batch, buffersOf(batch));
  }
  const records: EncodedRecords = encodeRecords(
    articles.map((article) => recordOf(article, annotate(article, tagger), zone, facets)),
  );
  return transferred(records, [records.forwardIndexes.buffer, records.hashes.buffer] as ArrayBuffer[]);
}

/** Passes buffers to the pool's thread without copying them. */
function transferred(value: object, buffers: readonly ArrayBuffer[]): unknown {
  return move({ [transferableSymbol]: buffers, [valueSymbol]: value } as never);
}
