/** Decisions about entities of an open service: they are checked against what it has, and then kept. */
import { unknownDocument } from '../archive/stored-row.ts';
import { LisanError } from '../common/errors.ts';
import { checkedDecision, type Decision, type ListedDecision } from '../entities/decisions/decision.ts';
import { storeDecisions } from '../entities/decisions/decision-list.ts';
import type { Service } from './service.ts';

/**
 * Keeps decisions in the archive. The next reindex follows them.
 * @throws LisanError `invalid_decision`, `entity_unknown`, `document_unknown`, or from the engine; nothing is then kept.
 */
export async function decide(
  service: Pick<Service, 'archive' | 'gazetteer' | 'live'>,
  given: readonly unknown[],
): Promise<ListedDecision[]> {
  await refuseUnknown(service, given);
  return storeDecisions(service.archive, given);
}

/** @throws LisanError `invalid_decision`, `entity_unknown`, `document_unknown`. */
export async function refuseUnknown(
  { archive, gazetteer, live }: Pick<Service, 'archive' | 'gazetteer' | 'live'>,
  given: readonly unknown[],
): Promise<void> {
  const decisions = given.map(checkedDecision);
  if (decisions.some((decision) => entitiesOf(decision).some((id) => id.startsWith('unlisted-'))))
    await live.current();
  for (const decision of decisions) {
    for (const id of entitiesOf(decision)) if (!gazetteer.entities.has(id)) throw unknownEntity(id);
    if (decision.kind === 'correct' && archive.get(decision.document) === undefined)
      throw unknownDocument(decision.document);
  }
}

function entitiesOf(decision: Decision): string[] {
  switch (decision.kind) {
    case 'merge':
      return [decision.into, decision.from];
    case 'split':
      return [decision.entity];
    // Whom a mention means may be somebody whom no document names yet.
    case 'correct':
      return [decision.entity, decision.to?.startsWith('unlisted-') ? undefined : decision.to].flatMap(
        (id) => id ?? [],
      );
  }
}

export function unknownEntity(id: string): LisanError {
  return new LisanError({
    code: 'entity_unknown',
    message: `There is no entity ${JSON.stringify(id)}.`,
    remedy: 'Find its id with /api/entities?q=NAME.',
    status: 404,
  });
}

export function unknownDecision(id: string): LisanError {
  return new LisanError({
    code: 'decision_unknown',
    message: `There is no decision ${JSON.stringify(id)}.`,
    remedy: 'Take ids from `lisan entities decisions` or /api/entity-decisions.',
    status: 404,
  });
}
