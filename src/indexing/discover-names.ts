/** Pipeline: archive -> annotated articles -> names with a title before them that the gazetteer does not have. */

import type { Archive } from '../archive/archive.ts';
import { annotate, fieldText } from '../document/annotate.ts';
import { Discovery, type FoundName } from '../entities/discovery/discovery.ts';
import type { Tagger } from '../entities/tagger/tagger.ts';

const BATCH_ARTICLES = 500;

/** Reads the whole archive. Names in fewer than `least` documents are left out; the most frequent come first. */
export function discoverNames(
  archive: Archive,
  tagger: Tagger,
  least: number,
  onProgress?: (done: number, total: number) => void,
): FoundName[] {
  const discovery = new Discovery();
  const total = archive.countAfter(0);
  let position = 0;
  let done = 0;
  for (;;) {
    const articles = archive.changesAfter(position, BATCH_ARTICLES);
    if (articles.length === 0) return discovery.found(least);
    for (const article of articles) {
      if (article.deleted) continue;
      for (const { field, lang, tokens, mentions } of annotate(article, tagger))
        discovery.read({ document: article.id, lang, text: fieldText(article, field), tokens, mentions });
    }
    position = articles.at(-1)!.sequence;
    done += articles.length;
    onProgress?.(done, total);
  }
}
