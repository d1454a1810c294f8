/** Shapes of the versions of an article, and of what differs between two of them. */
import { z } from 'zod';
import { described } from './passage.ts';

const number = z.int().min(1).meta(described('1 for the first version, one more for every change.'));
const names = z.array(z.string());

export const revisionSummary = z
  .strictObject({
    revision: number,
    storedAt: z.string().meta(described('When the archive stored it: an ISO 8601 instant.')),
    title: z.string(),
    changed: names.meta(
      described('Fields that differ from the version before it in this list; empty for the last one.'),
    ),
  })
  .meta({ id: 'RevisionSummary' });
export type RevisionSummary = z.infer<typeof revisionSummary>;

export const revisionsAnswer = z
  .strictObject({
    id: z.string(),
    revisions: z
      .array(revisionSummary)
      .meta(described('The newest first, which is the present one; 100 at most.')),
    leftOut: z.int().min(0).meta(described('Earlier versions that are not listed: older or damaged ones.')),
  })
  .meta({ id: 'Revisions' });
export type RevisionsAnswer = z.infer<typeof revisionsAnswer>;

export const differencesAnswer = z
  .strictObject({
    unit: z
      .enum(['word', 'paragraph', 'text'])
      .meta(
        described(
          'What was compared: words; paragraphs where too many words differ; the whole text where too many paragraphs do.',
        ),
      ),
    parts: z
      .array(
        z
          .strictObject({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })
          .meta({ id: 'Difference' }),
      )
      .meta(
        described(
          'In order. What is the same or removed, joined, is the earlier text; what is the same or added, the later.',
        ),
      ),
  })
  .meta({ id: 'Differences' });
export type DifferencesAnswer = z.infer<typeof differencesAnswer>;

export const revisionAnswer = z
  .strictObject({
    id: z.string(),
    revision: number,
    storedAt: z.string().meta(described('An ISO 8601 instant.')),
    comparedWith: z
      .int()
      .min(1)
      .nullable()
      .meta(described('The earlier version; null for the first one, which is then all added.')),
    title: differencesAnswer,
    body: differencesAnswer,
    fields: z
      .array(
        z
          .strictObject({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() })
          .meta({ id: 'ChangedField' }),
      )
      .meta(described('Other fields that differ, lists with commas; null where a version lacks one.')),
  })
  .meta({ id: 'Revision' });
export type RevisionAnswer = z.infer<typeof revisionAnswer>;
