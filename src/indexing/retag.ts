/**
 * Updates an index after a change of the gazetteer, or of what people decided about entities: only documents that the
 * change may affect are tagged again.
 */

import { termHash } from '../analysis/hash.ts';
import type { Archive } from '../archive/archive.ts';
import type { TimeZone } from '../common/time-zone.ts';
import { annotate } from '../document/annotate.ts';
import { type ForwardIndex, formNumber } from '../document/forward-index.ts';
import type { Index } from '../engines/engine.ts';
import type { DeclaredFacets } from '../engines/facets.ts';
import type { Decision } from '../entities/decisions/decision.ts';
import { affectedByDecisions } from '../entities/decisions/decision-diff.ts';
import { storedDecisions } from '../entities/decisions/decision-list.ts';
import { type Affected, affectedBy, storedSnapshot } from '../entities/tagger/gazetteer-diff.ts';
import type { Tagger } from '../entities/tagger/tagger.ts';
import { recordOf } from './record.ts';

/** Names of the notes that hold the gazetteer that an index was tagged with, and the decisions that it follows. */
const NOTE = 'gazetteer';
const DECISIONS_NOTE = 'entity-decisions';
const BATCH_DOCUMENTS = 500;

/** Records in an index which gazetteer its documents are tagged with, and which decisions they follow. */
export function noteGazetteer(
  { metadata }: Index,
  { gazetteer }: Tagger,
  decisions: readonly Decision[],
): void {
  metadata.setNote(NOTE, storedSnapshot(gazetteer));
  metadata.setNote(DECISIONS_NOTE, storedDecisions(decisions));
}

/** Whether two fingerprints differ in the gazetteer and in decisions only. */
export function differsInEntities(one: string, other: string): boolean {
  return one !== other && one.split('.')[0] === other.split('.')[0];
}

/**
 * Tags the documents that a change of the gazetteer or of decisions may affect, and records what they follow now. It can be
 * repeated after an interrupted run. @returns how many were tagged; `undefined` if the index has no record of its gazetteer, or one that
 * cannot be compared any more.
 */
export async function retag(
  archive: Archive,
  index: Index,
  tagger: Tagger,
  decisions: readonly Decision[],
  { zone, declared }: { zone: TimeZone; declared: DeclaredFacets },
  onProgress?: (done: number, total: number) => void,
): Promise<number | undefined> {
  const before = index.metadata.note(NOTE);
  if (before === undefined) return undefined;
  const { metadata } = index;
  const affected = affectedBy(before, tagger.gazetteer, metadata.vocabulary());
  if (affected === undefined) return undefined;
  const decidedBefore = JSON.parse(metadata.note(DECISIONS_NOTE) ?? '[]') as Decision[];
  const decided = affectedByDecisions(decidedBefore, decisions, tagger.gazetteer, metadata.vocabulary());
  const isConcerned = concernedBy({
    entities: [...affected.entities, ...decided.entities],
    wordings: [...affected.wordings, ...decided.wordings],
  });
  const ids = metadata.documentsThat(
    (forwardIndex, id) => decided.documents.has(id) || isConcerned(forwardIndex),
  );
  for (let from = 0; from < ids.length; from += BATCH_DOCUMENTS) {
    const articles = [...archive.getMany(ids.slice(from, from + BATCH_DOCUMENTS)).values()];
    await index.apply(
      articles.map((article) => recordOf(article, annotate(article, tagger), zone, declared)),
      [],
    );
    onProgress?.(Math.min(from + BATCH_DOCUMENTS, ids.length), ids.length);
  }
  noteGazetteer(index, tagger, decisions);
  return ids.length;
}

/** A predicate on forward indexes. Hashes of 32 bits may collide, which costs one document that is tagged for nothing. */
function concernedBy({ entities, wordings }: Affected): (forwardIndex: ForwardIndex) => boolean {
  const mentioned = new Set(entities.map((id) => termHash(id, 'entity')));
  const groupsOf = new Map<number, [wording: number, group: number][]>();
  wordings.forEach((groups, wording) => {
    groups.forEach((words, group) => {
      for (const word of words) {
        const key = termHash(word, 'folded');
        const known = groupsOf.get(key);
        if (known === undefined) groupsOf.set(key, [[wording, group]]);
        else known.push([wording, group]);
      }
    });
  });
  const folded = formNumber('folded');
  return (forwardIndex) => {
    const { mentionCount } = forwardIndex;
    for (let mention = 0; mention < mentionCount; mention++)
      if (mentioned.has(forwardIndex.mentionedEntity(mention))) return true;
    const there = new Map<number, Set<number>>();
    for (const word of forwardIndex.distinctWords()) {
      for (const [wording, group] of groupsOf.get(forwardIndex.hash(word, folded)) ?? []) {
        const groups = there.get(wording) ?? new Set<number>();
        there.set(wording, groups.add(group));
        if (groups.size === wordings[wording]!.length) return true;
      }
    }
    return false;
  };
}
