/** A thread of `Analysts`: articles in, packed records out, one batch after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { annotate } from './annotate.ts';
import { loadGazetteer } from './entities/gazetteer.ts';
import { Tagger } from './entities/tagger.ts';
import { messageOf } from './errors.ts';
import { pack } from './packed.ts';
import { recordOf } from './record.ts';
import { GAZETTEER_FOLDER } from './service.ts';
import type { StoredArticle } from './types.ts';

const entities = workerData as string;
const tagger = new Tagger(loadGazetteer(GAZETTEER_FOLDER, entities === '' ? undefined : entities));

parentPort!.on('message', (articles: readonly StoredArticle[]) => {
  try {
    const packed = pack(articles.map((article) => recordOf(article, annotate(article, tagger))));
    parentPort!.postMessage(packed, [packed.postings.buffer, packed.keys.buffer] as ArrayBuffer[]);
  } catch (thrown) {
    parentPort!.postMessage({ failure: messageOf(thrown) });
  }
});
