/** The page of an entity: its names in all scripts, mentions over time, who appears with it, where it was last mentioned. */

import { type Answer, type Entity, entityPath, mentionsPath } from '../api/client.ts';
import { useAnswer } from '../api/load.ts';
import { mentionsOf } from '../app/address.ts';
import { useArrival } from '../app/arrival.ts';
import { useWording } from '../app/context.ts';
import { Link } from '../app/link.tsx';
import { Skeleton, Trouble } from '../app/states.tsx';
import { HitItem } from '../search/hit.tsx';
import { Companions, MentionsOverTime, Names, Spellings, typeName } from './entity-facts.tsx';
import { learnFrom } from './names.tsx';

const LATEST = 10;
const COMPANIONS = 20;

export function EntityView({ id, onBack }: { id: string; onBack: () => void }) {
  const wording = useWording();
  const { messages, language } = wording;
  const { answer: entity, failure, retry } = useAnswer<Entity>(entityPath(id), language);
  const { answer: mentions } = useAnswer<Answer>(mentionsPath(id, LATEST), language);
  const heading = useArrival(entity?.name);
  learnFrom(mentions, language);
  const description =
    typeof entity?.description === 'string' ? entity.description : entity?.description?.[language];

  return (
    <div class="entity-view">
      <button type="button" class="quiet back" onClick={onBack}>
        {messages.back}
      </button>
      {failure !== undefined && <Trouble failure={failure} stale={entity !== undefined} onRetry={retry} />}
      {entity === undefined && failure === undefined && <Skeleton />}
      {entity !== undefined && (
        <>
          <div class="entity-head">
            <p class="kicker">{typeName(entity.type, messages.types)}</p>
            <h1 ref={heading} tabIndex={-1} dir="auto" class="text">
              {entity.name}
            </h1>
            {description && <p class="text">{description}</p>}
            <p>
              <Link to={{ view: 'search', search: mentionsOf(id) }}>
                {wording.count(messages.mentionedIn, entity.documents)}
              </Link>
            </p>
          </div>
          <div class="entity-columns">
            <div>
              <section>
                <h2>{messages.names}</h2>
                <Names names={entity.names} all />
              </section>
              <Spellings spellings={entity.spellings ?? []} />
            </div>
            {mentions !== undefined && (
              <div>
                <MentionsOverTime heading="h2" id={id} counts={mentions.facets.date ?? []} />
                <Companions heading="h2" id={id} counts={mentions.facets.entity ?? []} most={COMPANIONS} />
              </div>
            )}
          </div>
          {mentions !== undefined && mentions.hits.length > 0 && (
            <section>
              <h2>{messages.latestMentions}</h2>
              <ol class="hits">
                {mentions.hits.map((hit) => (
                  <HitItem key={hit.id} hit={hit} q="" copies={mentionsOf(id)} onOpen={() => {}} />
                ))}
              </ol>
            </section>
          )}
        </>
      )}
    </div>
  );
}
