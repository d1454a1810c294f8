/** A thread of `AnalysisPool`: articles in, a batch or encoded records out, one task after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { toArticle } from '../archive/archive.ts';
import { messageOf } from '../common/errors.ts';
import { annotate } from '../document/annotate.ts';
import { buffersOf } from '../engines/batch/batch.ts';
import { GAZETTEER_FOLDER, loadGazetteer } from '../entities/gazetteer/gazetteer.ts';
import { Tagger } from '../entities/tagger/tagger.ts';
import type { AnalysisResult, AnalysisTask } from './analysis-pool.ts';
import { batchOfArticles } from './batch-builder.ts';
import { recordOf } from './record.ts';
import { encodeRecords } from './record-codec.ts';

const entities = workerData as string;
const tagger = new Tagger(loadGazetteer(GAZETTEER_FOLDER, entities === '' ? undefined : entities));
const answer = (message: AnalysisResult, buffers: ArrayBuffer[] = []): void =>
  parentPort!.postMessage(message, buffers);

parentPort!.on('message', ({ articles: raw, as }: AnalysisTask) => {
  try {
    const articles = raw.map(toArticle);
    if (as === 'batch') {
      const batch = batchOfArticles(articles, tagger);
      answer({ batch }, buffersOf(batch));
    } else {
      const records = encodeRecords(articles.map((article) => recordOf(article, annotate(article, tagger))));
      answer({ records }, [records.forwardIndexes.buffer, records.hashes.buffer] as ArrayBuffer[]);
    }
  } catch (thrown) {
    answer({ failure: messageOf(thrown) });
  }
});
