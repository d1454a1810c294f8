/** A thread of `Analysts`: articles in, a batch or packed records out, one task after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { toArticle } from '../archive/archive.ts';
import { messageOf } from '../common/errors.ts';
import { annotate } from '../document/annotate.ts';
import { buffersOf } from '../engines/batch/batch.ts';
import { GAZETTEER_FOLDER, loadGazetteer } from '../entities/gazetteer/gazetteer.ts';
import { Tagger } from '../entities/tagger/tagger.ts';
import type { AnalystAnswer, AnalystTask } from './analysis-pool.ts';
import { prepare } from './batch-builder.ts';
import { recordOf } from './record.ts';
import { pack } from './record-codec.ts';

const entities = workerData as string;
const tagger = new Tagger(loadGazetteer(GAZETTEER_FOLDER, entities === '' ? undefined : entities));
const answer = (message: AnalystAnswer, buffers: ArrayBuffer[] = []): void =>
  parentPort!.postMessage(message, buffers);

parentPort!.on('message', ({ articles: raw, as }: AnalystTask) => {
  try {
    const articles = raw.map(toArticle);
    if (as === 'batch') {
      const batch = prepare(articles, tagger);
      answer({ batch }, buffersOf(batch));
    } else {
      const records = pack(articles.map((article) => recordOf(article, annotate(article, tagger))));
      answer({ records }, [records.postings.buffer, records.keys.buffer] as ArrayBuffer[]);
    }
  } catch (thrown) {
    answer({ failure: messageOf(thrown) });
  }
});
