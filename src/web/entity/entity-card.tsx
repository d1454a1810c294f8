/** The card of the person, place, organisation or event that a search is about. */
import { entityPath, suggestPath } from '../api/paths.ts';
import type { Entity, SearchAnswer, Suggestion } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import type { Search } from '../app/address.ts';
import { Link } from '../app/link.tsx';
import { countOf } from '../search/facets.tsx';
import { DecideButton } from './decide-button.tsx';
import { useTypeName } from './entity-chip.tsx';
import { Companions, Held, MentionedIn, Names, SeenAs } from './entity-facts.tsx';
import { isUnlisted } from './types.ts';
import { UnlistedSign } from './unlisted-sign.tsx';

/** Letters from which a beginning names somebody. */
const NAMES_FROM = 3;
const COMPANIONS = 5;

interface EntityCardProps {
  search: Search;
  /** The response, whose hits mention the entity; undefined until it arrives. */
  results: SearchAnswer | undefined;
}

export function EntityCard({ search, results }: EntityCardProps) {
  const query = search.q.trim();
  const certain = recognisedIn(results) ?? (query === '' ? onlyOne(search.chosen.entity) : undefined);
  const { answer } = useAnswer<{ suggestions: Suggestion[] }>(
    results !== undefined && certain === undefined && query.length >= NAMES_FROM
      ? suggestPath(query)
      : undefined,
  );
  const found = (id: string): boolean => countOf(results?.facets.entity, id) > 0;
  const begun = answer?.suggestions.find(({ entity }) => entity !== undefined && found(entity.id));
  const id = certain ?? begun?.entity?.id;
  return id === undefined ? null : (
    <Card key={id} id={id} date={results?.hits[0]?.publishedAt?.slice(0, 10)} />
  );
}

/** The entity that most of the query names, among those that were found. */
function recognisedIn(results: SearchAnswer | undefined): string | undefined {
  const named = (results?.recognised ?? []).filter(({ id }) => countOf(results?.facets.entity, id) > 0);
  return named.sort((a, b) => b.end - b.start - (a.end - a.start))[0]?.id;
}

const onlyOne = (ids: readonly string[]): string | undefined => (ids.length === 1 ? ids[0] : undefined);

/** `date`: the day of the first article, for which the position of a person is shown. */
function Card({ id, date }: { id: string; date: string | undefined }) {
  const { answer: entity } = useAnswer<Entity>(entityPath(id, date));
  const typeName = useTypeName();
  if (entity === undefined) return null;
  return (
    <section class={`card ${entity.type}`} aria-labelledby="card-title">
      <div class="card-main">
        <p class="kicker">
          {typeName(entity.type)}
          <UnlistedSign id={id} />
        </p>
        <h2 id="card-title">
          <Link to={{ view: 'entity', id }} dir="auto">
            {entity.name}
          </Link>
        </h2>
        {entity.position && <Held position={entity.position} />}
        <Names names={entity.names} />
        {isUnlisted(entity.id) && <SeenAs spellings={entity.spellings} />}
        <p class="card-links">
          <MentionedIn entity={entity} /> <DecideButton entity={entity} />
        </p>
      </div>
      <div class="card-side">
        <Companions heading="h3" companions={entity.together.slice(0, COMPANIONS)} />
      </div>
    </section>
  );
}
