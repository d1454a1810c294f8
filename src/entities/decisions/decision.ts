/**
 * What people have decided about entities against what the tagger finds:
 *
 *   merge    two entities are one; mentions of `from` are mentions of `into`
 *   split    a name of an entity is somebody else's, and becomes an entity of its own
 *   correct  in one document, a name or the mentions of an entity mean another entity, or none
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { tokenize } from '../../analysis/tokenizer.ts';
import { LisanError } from '../../common/errors.ts';
import { idOfName, typeOfUnlisted } from '../recogniser/unlisted-id.ts';

/** Most words of a name. */
export const MAX_NAME_WORDS = 12;
/** Longest name and longest id of a document or an entity, in UTF-16 code units. */
export const MAX_NAME_UNITS = 200;
const MAX_ID_UNITS = 512;

const entityId = z
  .string()
  .max(MAX_ID_UNITS)
  .regex(/^(?:unlisted-)?(?:person|place|organisation|event)-[a-z0-9-]+$/, 'must be the id of an entity');
const name = z
  .string()
  .trim()
  .min(1)
  .max(MAX_NAME_UNITS)
  .refine((text) => {
    const words = wordCount(text);
    return words > 0 && words <= MAX_NAME_WORDS;
  }, `must have 1 to ${MAX_NAME_WORDS} words`);
const at = z.iso.datetime().optional().meta({ description: 'When it was decided.' });

export const decisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('merge'),
    into: entityId.meta({ description: 'The entity that stays.' }),
    from: entityId.meta({ description: 'The entity that becomes a part of it.' }),
    at,
  }),
  z.strictObject({
    kind: z.literal('split'),
    entity: entityId.meta({ description: 'The entity that loses a name.' }),
    name: name.meta({ description: 'The name, as articles write it.' }),
    at,
  }),
  z.strictObject({
    kind: z.literal('correct'),
    document: z.string().min(1).max(MAX_ID_UNITS).meta({ description: 'Id of the document.' }),
    entity: entityId.optional().meta({ description: 'Only mentions of this entity.' }),
    name: name
      .optional()
      .meta({ description: 'Only where it is written so; without `entity`, also where nobody was found.' }),
    to: entityId.nullable().meta({ description: 'Who is meant; null for nobody.' }),
    at,
  }),
]);

export type Decision = z.output<typeof decisionSchema>;
/** A decision with its id, which is the same for the same decision. */
export type ListedDecision = Decision & { id: string };

/** A decision in its shape, with its fields in one order. @throws LisanError `invalid_decision`. */
export function checkedDecision(given: unknown): Decision {
  const result = decisionSchema.safeParse(given);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw invalidDecision(`${issue?.path.join('.') || 'The decision'}: ${issue?.message}`);
  }
  const decision = result.data;
  if (decision.kind === 'merge' && decision.into === decision.from)
    throw invalidDecision(`${decision.into} is one entity.`);
  if (decision.kind === 'merge' && typeOfUnlisted(decision.into) && !typeOfUnlisted(decision.from))
    throw invalidDecision(
      `${decision.from} is in the gazetteer and ${decision.into} is not.`,
      `Merge it the other way round: ${decision.from} stays.`,
    );
  if (decision.kind === 'split') splitId(decision);
  if (decision.kind === 'correct' && decision.entity === undefined && decision.name === undefined)
    throw invalidDecision('A correction needs `entity`, `name` or both.');
  if (decision.kind === 'correct' && decision.entity === decision.to)
    throw invalidDecision(`The correction changes nothing: it is ${decision.to} already.`);
  return decision;
}

/** The id of the entity that a name becomes. @throws LisanError `invalid_decision` where it cannot be one. */
export function splitId({ entity, name: text }: { entity: string; name: string }): string {
  const type = /^(?:unlisted-)?(person|place|organisation)-/.exec(entity)?.[1];
  if (type === undefined)
    throw invalidDecision(`${entity} is an event; only people, places and organisations can be split.`);
  const id = idOfName(type as 'person' | 'place' | 'organisation', text);
  if (id === entity)
    throw invalidDecision(
      `${JSON.stringify(text)} is the name that ${entity} is made of.`,
      'If it is that of several, correct the mentions in single documents.',
    );
  return id;
}

export function listedDecision(decision: Decision): ListedDecision {
  const { at: _, ...plain } = decision;
  const ordered = Object.fromEntries(Object.entries(plain).sort(([a], [b]) => (a < b ? -1 : 1)));
  const hash = createHash('sha256').update(JSON.stringify(ordered)).digest('base64url');
  return { id: hash.slice(0, 12), ...decision };
}

export function invalidDecision(
  message: string,
  remedy = 'docs/entities.md describes what can be decided.',
): LisanError {
  return new LisanError({ code: 'invalid_decision', message, remedy, status: 400 });
}

function wordCount(text: string): number {
  let words = 0;
  tokenize(text, () => {
    words++;
  });
  return words;
}
