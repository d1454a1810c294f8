/** The decisions of an archive. They are a setting of it, so that backups have them and every index follows them. */
import { createHash } from 'node:crypto';
import type { Archive } from '../../archive/archive.ts';
import type { Gazetteer } from '../gazetteer/entity.ts';
import {
  checkedDecision,
  type Decision,
  invalidDecision,
  type ListedDecision,
  listedDecision,
} from './decision.ts';
import { Decisions, NO_DECISIONS } from './decisions.ts';

const LIST = 'entity-decisions';
const DIGEST = 'entity-decisions-digest';
/** An archive keeps at most so many. */
export const MAX_DECISIONS = 10_000;

/** Stands for what was decided: the same for the same decisions, in whatever order; empty if there are none. */
export const decisionsDigest = (archive: Archive): string => archive.setting(DIGEST) ?? '';

/** The version of an index of this archive: that of the analysis (`indexFingerprint`), and the decisions that it follows. */
export function analysisWithDecisions(analysis: string, archive: Archive): string {
  const digest = decisionsDigest(archive);
  return digest === '' ? analysis : `${analysis}.${digest}`;
}

/** In the order in which they were made. */
export const decisionsIn = (archive: Archive): ListedDecision[] =>
  (JSON.parse(archive.setting(LIST) ?? '[]') as Decision[]).map(listedDecision);

/** Decisions as they are stored. */
export const storedDecisions = (decisions: readonly Decision[]): string =>
  JSON.stringify(decisions.map(({ id: _, ...decision }: Decision & { id?: string }) => decision));

/** Follows the decisions of an archive: what it has now, read again when they have changed. */
export const decisionsOf = (archive: Archive, gazetteer: Pick<Gazetteer, 'entities'>): (() => Decisions) =>
  archive.keepMade(
    () => decisionsDigest(archive),
    (digest) =>
      digest === NO_DECISIONS.digest ? NO_DECISIONS : new Decisions(decisionsIn(archive), gazetteer, digest),
  );

/**
 * Adds decisions. Those that are there already stay as they are; a correction replaces an earlier one of the same mentions.
 * @throws LisanError `invalid_decision`, also for a merge that the others make a circle of; none is then added.
 */
export function storeDecisions(
  archive: Archive,
  given: readonly unknown[],
  now = new Date(),
): ListedDecision[] {
  const all = new Map(decisionsIn(archive).map((each) => [each.id, each]));
  const added = given.map((each) => {
    const decision = checkedDecision(each);
    const listed = listedDecision({ ...decision, at: decision.at ?? now.toISOString() });
    const known = all.get(listed.id);
    if (known !== undefined) return known;
    if (decision.kind === 'merge') refuseCircle(decision, [...all.values()]);
    if (decision.kind === 'correct')
      for (const other of all.values()) if (isOfSameMentions(other, decision)) all.delete(other.id);
    all.set(listed.id, listed);
    return listed;
  });
  if (all.size > MAX_DECISIONS)
    throw invalidDecision(`An archive has at most ${MAX_DECISIONS} decisions.`, 'Take back some of them.');
  keep(archive, [...all.values()]);
  return added;
}

/** False if there is none with this id. */
export function takeBackDecision(archive: Archive, id: string): boolean {
  const all = decisionsIn(archive);
  const others = all.filter((each) => each.id !== id);
  if (others.length < all.length) keep(archive, others);
  return others.length < all.length;
}

function keep(archive: Archive, all: readonly ListedDecision[]): void {
  const ids = all.map(({ id }) => id).sort();
  const digest = createHash('sha256').update(ids.join(' ')).digest('base64url').slice(0, 12);
  archive.setSettings({
    [LIST]: all.length === 0 ? undefined : storedDecisions(all),
    [DIGEST]: all.length === 0 ? undefined : digest,
  });
}

function isOfSameMentions(other: Decision, { document, entity, name }: Decision & { kind: 'correct' }) {
  return (
    other.kind === 'correct' && other.document === document && other.entity === entity && other.name === name
  );
}

/** An entity becomes a part of one other, and not of itself. */
function refuseCircle({ into, from }: Decision & { kind: 'merge' }, all: readonly Decision[]): void {
  const partOf = new Map(all.flatMap((each) => (each.kind === 'merge' ? [[each.from, each.into]] : [])));
  const whole = partOf.get(from);
  if (whole !== undefined)
    throw invalidDecision(`${from} is a part of ${whole} already.`, 'Take that decision back first.');
  for (let at: string | undefined = into; at !== undefined; at = partOf.get(at))
    if (at === from) throw invalidDecision(`${into} is a part of ${from} already.`);
}
