/** The shape of "who appears with whom": entities, and how often two of them are in the same articles. */
import { z } from 'zod';
import { entitySummary } from './entity.ts';
import { described } from './passage.ts';
import { notice } from './search.ts';

const count = z.int().min(0);

export const togetherNode = z
  .strictObject({
    ...entitySummary.shape,
    documents: count.meta(described('Documents of the search that mention it.')),
  })
  .meta({ id: 'TogetherNode' });
export type TogetherNode = z.infer<typeof togetherNode>;

export const togetherEdge = z
  .strictObject({
    a: z.string().meta(described('Id of an entity of `nodes`; it comes before the other there.')),
    b: z.string().meta(described('Id of another one.')),
    documents: z
      .int()
      .min(1)
      .meta(described('Documents of the search that mention both: the hits of it with `entity=a,b`.')),
    npmi: z
      .number()
      .min(-1)
      .max(1)
      .nullable()
      .meta(
        described(
          'Normalised pointwise mutual information (Bouma 2009) over the documents of the search: 1 if each is only mentioned with the other, 0 if they are together as often as by chance, below 0 if less often. Null if every document mentions both, where chance cannot be told.',
        ),
      ),
  })
  .meta({ id: 'TogetherEdge' });
export type TogetherEdge = z.infer<typeof togetherEdge>;

export const togetherAnswer = z
  .strictObject({
    query: z.string(),
    around: entitySummary
      .nullable()
      .meta(described('The entity that the others appear with; null without `around`.')),
    everywhere: z
      .array(entitySummary)
      .meta(
        described('Entities that `entity` asks for: every document mentions them, so they are no nodes.'),
      ),
    documents: count.meta(described('Documents of the search: of which all counts are.')),
    nodes: z
      .array(togetherNode)
      .meta(
        described(
          '`around`, then the entities that most documents mention, or most of those that mention `around`.',
        ),
      ),
    edges: z
      .array(togetherEdge)
      .meta(described('Pairs that are together in at least one document, those of most documents first.')),
    edgesLeftOut: count.meta(described('Further pairs of `nodes` that are together, in fewer documents.')),
    notices: z.array(notice),
  })
  .meta({ id: 'TogetherAnswer' });
export type TogetherAnswer = z.infer<typeof togetherAnswer>;
