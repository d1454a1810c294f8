/** Decisions about entities by a program that uses lisan as a library. */
import type { Decision, ListedDecision } from '../entities/decisions/decision.ts';
import { decisionsIn, takeBackDecision } from '../entities/decisions/decision-list.ts';
import { decide } from '../service/decide.ts';
import type { Service } from '../service/service.ts';

/**
 * Decides against what lisan found: that two entities are one (`merge`), that a name is another entity's (`split`), or
 * who is meant in one document (`correct`). Decisions are kept in the archive; the next `reindex` tags the documents
 * that they concern again. All of them are kept or none.
 * @throws LisanError `invalid_decision`, `entity_unknown`, `document_unknown`.
 * @example
 * import { decideEntities, entityDecisions, openService, reindex } from 'lisan';
 *
 * const service = openService({ data: './news' });
 * await reindex(service);
 * await decideEntities(service, [{ kind: 'merge', into: 'place-turkiye', from: 'place-ankara' }]);
 * const { retagged } = await reindex(service);
 * console.log(retagged, entityDecisions(service).length); // 0 1
 * await service.close();
 */
export function decideEntities(service: Service, decisions: readonly Decision[]): Promise<ListedDecision[]> {
  return decide(service, decisions);
}

/**
 * All decisions of the archive with their ids, in the order in which they were made.
 * @example
 * import { decideEntities, entityDecisions, openService } from 'lisan';
 *
 * const service = openService({ data: './news' });
 * await decideEntities(service, [{ kind: 'merge', into: 'place-turkiye', from: 'place-ankara' }]);
 * console.log(entityDecisions(service)[0].kind); // merge
 * await service.close();
 */
export function entityDecisions({ archive }: Service): ListedDecision[] {
  return decisionsIn(archive);
}

/**
 * Takes back a decision by its id; the next `reindex` follows. False if there is none.
 * @example
 * import { decideEntities, openService, takeBackEntityDecision } from 'lisan';
 *
 * const service = openService({ data: './news' });
 * const [{ id }] = await decideEntities(service, [{ kind: 'merge', into: 'place-turkiye', from: 'place-ankara' }]);
 * console.log(takeBackEntityDecision(service, id)); // true
 * console.log(takeBackEntityDecision(service, id)); // false
 * await service.close();
 */
export function takeBackEntityDecision({ archive }: Service, id: string): boolean {
  return takeBackDecision(archive, id);
}
