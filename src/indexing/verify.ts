/** Whether a new index may go live: it has as many documents as the archive, and sampled documents are found. */

import type { Forms } from '../analysis/forms.ts';
import type { Archive } from '../archive/archive.ts';
import { LisanError } from '../common/errors.ts';
import type { StoredArticle } from '../common/types.ts';
import { annotate } from '../document/annotate.ts';
import { candidateRequest, type Index } from '../engines/engine.ts';
import type { Tagger } from '../entities/tagger/tagger.ts';
import { recordOf } from './record.ts';

/** Number of documents searched for. */
const SAMPLED = 50;
/** If more documents match, another word is added to the search. */
const MOST_MATCHES = 1000;
/** Most words used to search for one document. */
const MOST_WORDS = 6;

/**
 * Compares an index that holds every change up to `position` with the archive.
 * @returns false if the archive has changed meanwhile, which makes the comparison meaningless.
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
  if (held !== wanted) throw failed(`it has ${held} documents, the archive ${wanted}`);
  for (const article of archive.sample(SAMPLED)) {
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
  for (const { stem, documents } of rarest.slice(0, MOST_WORDS)) {
    if (documents === 0) return `it lacks the word ${stem} of document ${article.id}`;
    groups.push([stem]);
    const { candidates, total } = await index.candidates(candidateRequest({ groups, limit: MOST_MATCHES }));
    const found = candidates.find(({ id }) => id === article.id);
    if (found !== undefined) {
      const { forwardIndex } = recordOf(article, passages);
      return Buffer.compare(found.forwardIndex, forwardIndex) === 0
        ? undefined
        : `it holds different text for document ${article.id}`;
    }
    if (total.value <= MOST_MATCHES)
      return `a search for ${groups.flat().join(' ')} does not find document ${article.id}`;
  }
  // All of its words are so frequent that they cannot identify the document.
  return undefined;
}

function failed(reason: string): LisanError {
  return new LisanError({
    code: 'verification_failed',
    message: `The new index failed verification: ${reason}. The live index is still in use.`,
    remedy: 'Run `lisan reindex --full` again; if it fails again, check the disk and the engine for errors.',
  });
}
