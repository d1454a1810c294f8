/** The metadata of an index, read from one snapshot of its file. */
import type { IndexMetadata } from '../engine.ts';
import type { SharedFile } from '../storage/shared-file.ts';
import type { DocStore } from './docstore.ts';

export function snapshotMetadata(docStore: DocStore, file: SharedFile): IndexMetadata {
  return {
    mentions: (entity) => file.read(() => docStore.mentions(entity)),
    unlistedBeginning: (begun, limit) => file.read(() => docStore.unlistedBeginning(begun, limit)),
    mentionedBy: (document) => file.read(() => docStore.mentionedBy(document)),
    candidates: (ids) => file.read(() => docStore.candidates(ids)),
    // Read in batches: the vocabulary is large.
    vocabulary: () => docStore.vocabulary(),
    documentsThat: (passes) => file.read(() => docStore.documentsThat(passes)),
    note: (name) => file.read(() => docStore.note(name)),
    setNote: (name, value) => file.write(() => docStore.setNote(name, value)),
  };
}
