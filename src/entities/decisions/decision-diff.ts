/** Which documents a change of decisions concerns: they are tagged again, all others stay as they are. */
import type { Entity, Gazetteer } from '../gazetteer/entity.ts';
import { type AffectedPhrase, phrasesNaming } from '../tagger/gazetteer-diff.ts';
import { type Decision, listedDecision, splitId } from './decision.ts';
import { Decisions } from './decisions.ts';

export interface AffectedByDecisions {
  /** Documents that mention one of these, or have all words of one of the names. */
  entities: string[];
  wordings: AffectedPhrase[];
  documents: ReadonlySet<string>;
}

export function affectedByDecisions(
  before: readonly Decision[],
  now: readonly Decision[],
  gazetteer: Gazetteer,
  vocabulary: Iterable<string>,
): AffectedByDecisions {
  const entities = new Set<string>();
  const documents = new Set<string>();
  const merged: Entity[] = [];
  const states = [before, now].map((list) => new Decisions(list, gazetteer));
  // In the index a merged entity has the id of its whole.
  const concern = (id: string): void => {
    for (const each of [id, ...states.map((state) => state.meant(id))]) entities.add(each);
  };
  for (const decision of different(before, now)) {
    if (decision.kind === 'correct') documents.add(decision.document);
    else if (decision.kind === 'split') {
      concern(decision.entity);
      concern(splitId(decision));
    } else {
      const { from, into } = decision;
      concern(from);
      concern(into);
      // A name that both have meant none of them.
      const [part, whole] = [gazetteer.entities.get(from), gazetteer.entities.get(into)];
      if (part !== undefined && whole !== undefined) merged.push(part, whole);
    }
  }
  const wordings = merged.length === 0 ? [] : phrasesNaming(merged, vocabulary);
  return { entities: [...entities], wordings, documents };
}

function different(before: readonly Decision[], now: readonly Decision[]): Decision[] {
  const [old, recent] = [before, now].map(
    (list) => new Map(list.map((each) => [listedDecision(each).id, each])),
  );
  return [
    ...[...old!].flatMap(([id, each]) => (recent!.has(id) ? [] : [each])),
    ...[...recent!].flatMap(([id, each]) => (old!.has(id) ? [] : [each])),
  ];
}
