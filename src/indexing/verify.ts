/** Whether an index may take over: it holds as many documents as the archive, and gives sampled ones back. */

import type { Forms } from '../analysis/forms.ts';
import type { Archive } from '../archive/archive.ts';
import { LisanError } from '../common/errors.ts';
import type { StoredArticle } from '../common/types.ts';
import { annotate } from '../document/annotate.ts';
import { candidateRequest, type Index } from '../engines/engine.ts';
import type { Tagger } from '../entities/tagger/tagger.ts';
import { recordOf } from './record.ts';

/** Documents that are looked for. */
const SAMPLED = 50;
/** A word in more documents than this is helped by a second one. */
const FEW = 1000;
/** Words that a document is looked for by at most. */
const WORDS = 6;

/**
 * Compares an index that holds every change up to `position` with the archive.
 * @returns false where the archive has changed meanwhile and the comparison says nothing.
 * @throws LisanError `verification_failed`, with the reason.
 */
export async function verify(
  archive: Archive,
  index: Index,
  tagger: Tagger,
  position: number,
): Promise<boolean> {
  const [held, wanted] = [await index.count(), archive.count()];
  if (archive.lastSequence() !== position) return false;
  if (held !== wanted) throw failed(`it holds ${held} documents and the archive ${wanted}`);
  for (const article of archive.sample(SAMPLED)) {
    const reason = await missing(index, article, tagger);
    if (reason === undefined) continue;
    if (archive.lastSequence() !== position) return false;
    throw failed(reason);
  }
  return true;
}

/** Why a document cannot be relied on; `undefined` where it is found, and as it should be. */
async function missing(index: Index, article: StoredArticle, tagger: Tagger): Promise<string | undefined> {
  const passages = annotate(article, tagger);
  const words = new Map<string, Forms>();
  for (const { tokens } of passages) for (const { forms } of tokens) words.set(forms.stem, forms);
  const frequencies = await index.frequencies([...words.values()].map(({ hashes }) => hashes[2]));
  const rarest = [...words.values()]
    .map((forms) => ({ stem: forms.stem, documents: frequencies.get(forms.hashes[2]) ?? 0 }))
    .sort((a, b) => a.documents - b.documents);
  const groups: string[][] = [];
  for (const { stem, documents } of rarest.slice(0, WORDS)) {
    if (documents === 0) return `it does not know the word ${stem} of document ${article.id}`;
    groups.push([stem]);
    const { candidates, total } = await index.candidates(candidateRequest({ groups, limit: FEW }));
    const found = candidates.find(({ id }) => id === article.id);
    if (found !== undefined) {
      const { forwardIndex } = recordOf(article, passages);
      return Buffer.compare(found.forwardIndex, forwardIndex) === 0
        ? undefined
        : `it holds another text of document ${article.id}`;
    }
    if (total.value <= FEW) return `document ${article.id} is not found by ${groups.flat().join(' ')}`;
  }
  // Every one of its words is in very many documents: it cannot be told apart by words.
  return undefined;
}

function failed(reason: string): LisanError {
  return new LisanError({
    code: 'verification_failed',
    message: `The new index was not switched to: ${reason}. The live index was left in place.`,
    remedy: 'Run `lisan reindex --full` again; if it stays, look for errors of the disk and of the engine.',
  });
}
