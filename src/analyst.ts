/** A thread of `Analysts`: articles in, a batch or packed records out, one task after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import type { AnalystAnswer, AnalystTask } from './analysts.ts';
import { annotate } from './annotate.ts';
import { toArticle } from './archive.ts';
import { buffersOf } from './engines/prepared.ts';
import { GAZETTEER_FOLDER, loadGazetteer } from './entities/gazetteer.ts';
import { Tagger } from './entities/tagger.ts';
import { messageOf } from './errors.ts';
import { pack } from './packed.ts';
import { prepare } from './prepare.ts';
import { recordOf } from './record.ts';

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
