/** Marks the entities that a search is filtered by: such a search may have no words that the service could mark. Pure. */
import type { Passage } from '../../answers/passage.ts';
import type { HighlightedPassage, Hit, Mark } from '../api/types.ts';

/** The hit with mentions of the entities marked as names wherever the query marked nothing. */
export function withMentionsMarked(hit: Hit, entities: readonly string[]): Hit {
  if (entities.length === 0) return hit;
  const named = hit.entities.filter(({ id }) => entities.includes(id));
  const marked = (passage: HighlightedPassage, field: Passage['field']): HighlightedPassage => {
    const end = passage.start + passage.text.length;
    const mentions = named.flatMap(({ name, mentions: places }) =>
      places
        .filter((place) => place.field === field && place.start >= passage.start && place.end <= end)
        .map((place): Mark => ({ start: place.start, end: place.end, kind: 'entity', word: name })),
    );
    const free = mentions.filter(
      (mention) => !passage.marks.some((mark) => mark.start < mention.end && mention.start < mark.end),
    );
    return { ...passage, marks: [...passage.marks, ...free].sort((a, b) => a.start - b.start) };
  };
  const { title, body, more } = hit.highlights;
  return {
    ...hit,
    highlights: {
      title: title === null ? null : marked(title, 'title'),
      body: body.map((passage) => marked(passage, 'body')),
      more,
    },
  };
}
