/** Whether a new index may go live: it has as many documents as the archive, and a sample of them is found. */

import type { Forms } from '../analysis/forms.ts';
import type { Archive } from '../archive/archive.ts';
import { LisanError } from '../common/errors.ts';
import { UTC } from '../common/time-zone.ts';
import type { StoredArticle } from '../common/types.ts';
import { annotate } from '../document/annotate.ts';
import { ForwardIndex } from '../document/forward-index.ts';
import { candidateRequest, type Index } from '../engines/engine.ts';
import type { Tagger } from '../entities/tagger/tagger.ts';
import { recordOf } from './record.ts';
import { readSetAside } from './set-aside.ts';

/** Documents that are searched for. */
const SAMPLED = 50;
/** If a word finds more documents than this, another word is added. */
const MAX_CANDIDATES = 1000;
/** Words that a document is searched for with at most. */
const MAX_WORDS = 6;

/**
 * Compares an index that has every change up to `position` with the archive.
 * @returns false if the archive changed meanwhile, so that the comparison proves nothing.
 * @throws LisanError `verification_failed`, with the reason.
 */
export async function verify(
  archive: Archive,
  index: Index,
  tagger: Tagger,
  position: number,
): Promise<boolean> {
  const setAside = readSetAside(index);
  const [held, wanted] = [await index.count(), archive.countIntact() - setAside.size];
  if (archive.lastSequence() !== position) return false;
  if (held !== wanted) throw failed(`it has ${held} documents instead of the ${wanted} of the archive`);
  for (const article of archive.sample(SAMPLED)) {
    if (setAside.has(article.id)) continue;
    const reason = await missing(index, article, tagger);
    if (reason === undefined) continue;
    if (archive.lastSequence() !== position) return false;
    throw failed(reason);
  }
  return true;
}

/** What is wrong with a document in the index; `undefined` if it is found with the right content. */
async function missing(index: Index, article: StoredArticle, tagger: Tagger): Promise<string | undefined> {
  const passages = annotate(article, tagger);
  const words = new Map<string, Forms>();
  for (const { tokens } of passages) for (const { forms } of tokens) words.set(forms.stem, forms);
  const frequencies = await index.frequencies([...words.values()].map(({ hashes }) => hashes[2]));
  const rarest = [...words.values()]
    .map((forms) => ({ stem: forms.stem, documents: frequencies.get(forms.hashes[2]) ?? 0 }))
    .sort((a, b) => a.documents - b.documents);
  const groups: string[][] = [];
  for (const { stem, documents } of rarest.slice(0, MAX_WORDS)) {
    if (documents === 0) return `it does not know the word ${stem} of document ${article.id}`;
    groups.push([stem]);
    const { candidates, total } = await index.candidates(candidateRequest({ groups, limit: MAX_CANDIDATES }));
    const found = candidates.find(({ id }) => id === article.id);
    if (found !== undefined) {
      const { forwardIndex } = recordOf(article, passages, UTC);
      return found.forwardIndex.equals(new ForwardIndex(forwardIndex))
        ? undefined
        : `it has another text for document ${article.id}`;
    }
    if (total.value <= MAX_CANDIDATES)
      return `document ${article.id} is not found by ${groups.flat().join(' ')}`;
  }
  // Each of its words is in very many documents, which says nothing about this one.
  return undefined;
}

function failed(reason: string): LisanError {
  return new LisanError({
    code: 'verification_failed',
    message: `The new index failed verification: ${reason}. The live index stays in use.`,
    remedy:
      'Run `lisan reindex --full` again; if it fails again, look for errors of the disk and of the engine.',
  });
}
