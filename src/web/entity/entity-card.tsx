/** The card of the person, place, organisation or event that a query names. */

import {
  type Answer,
  type Entity,
  entityPath,
  mentionsPath,
  type Suggestion,
  suggestPath,
} from '../api/client.ts';
import { useAnswer } from '../api/load.ts';
import { mentionsOf } from '../app/address.ts';
import { useWording } from '../app/context.ts';
import { Link } from '../app/link.tsx';
import { countOf } from '../search/facets.tsx';
import { Companions, MentionsOverTime, Names, typeName } from './entity-facts.tsx';

/** Letters from which a beginning names somebody. */
const NAMES_FROM = 3;
const COMPANIONS = 5;

interface EntityCardProps {
  q: string;
  /** The hits, among which the entity has to be. */
  results: Answer | undefined;
}

export function EntityCard({ q, results }: EntityCardProps) {
  const { language } = useWording();
  const query = q.trim();
  const recognised = recognisedIn(results);
  const { answer } = useAnswer<{ suggestions: Suggestion[] }>(
    recognised === undefined && query.length >= NAMES_FROM ? suggestPath(query) : undefined,
    language,
  );
  const found = (id: string): boolean => countOf(results?.facets.entity, id) > 0;
  const begun = answer?.suggestions.find(({ entity }) => entity !== undefined && found(entity.id));
  const id = recognised ?? begun?.entity?.id;
  return id === undefined ? null : <Card key={id} id={id} />;
}

/** The entity that most of the query names, among those that were found. */
function recognisedIn(results: Answer | undefined): string | undefined {
  const named = (results?.recognised ?? []).filter(({ id }) => countOf(results?.facets.entity, id) > 0);
  return named.sort((a, b) => b.end - b.start - (a.end - a.start))[0]?.id;
}

function Card({ id }: { id: string }) {
  const wording = useWording();
  const { messages, language } = wording;
  const { answer: entity } = useAnswer<Entity>(entityPath(id), language);
  const { answer: mentions } = useAnswer<Answer>(mentionsPath(id, 0), language);
  if (entity === undefined) return null;
  return (
    <section class={`card ${entity.type}`} aria-labelledby="card-title">
      <div class="card-main">
        <p class="kicker">{typeName(entity.type, messages.types)}</p>
        <h2 id="card-title">
          <Link to={{ view: 'entity', id }} dir="auto">
            {entity.name}
          </Link>
        </h2>
        <Names names={entity.names} />
        <p class="card-links">
          <Link to={{ view: 'search', search: mentionsOf(id) }}>
            {wording.count(messages.mentionedIn, entity.documents)}
          </Link>
        </p>
      </div>
      {mentions !== undefined && (
        <div class="card-side">
          <MentionsOverTime heading="h3" id={id} counts={mentions.facets.date ?? []} />
          <Companions heading="h3" id={id} counts={mentions.facets.entity ?? []} most={COMPANIONS} />
        </div>
      )}
    </section>
  );
}
