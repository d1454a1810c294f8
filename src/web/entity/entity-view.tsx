/** The page of an entity: its names in all scripts, mentions over time, entities mentioned with it, latest articles. */
import { entityPath, mentionsPath } from '../api/paths.ts';
import type { Entity, SearchAnswer } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { mentionsOf, NO_SEARCH } from '../app/address.ts';
import { Link } from '../app/link.tsx';
import { ErrorNotice, errorTitle, Skeleton } from '../app/notices.tsx';
import { useArrival } from '../app/use-arrival.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import { HitItem } from '../search/hit.tsx';
import { kindsIn, Legend } from '../search/legend.tsx';
import { withMentionsMarked } from '../search/mark-mentions.ts';
import { DecideButton } from './decide-button.tsx';
import { useTypeName } from './entity-chip.tsx';
import { Companions, Held, MentionedIn, MentionsOverTime, Names, Spellings } from './entity-facts.tsx';
import { learnFrom } from './names.tsx';
import { UnlistedSign } from './unlisted-sign.tsx';

const LATEST = 10;

export function EntityView({ id, onBack }: { id: string; onBack: () => void }) {
  const { messages, language } = useTranslator();
  const { answer: entity, error, retry } = useAnswer<Entity>(entityPath(id));
  const { answer: mentions } = useAnswer<SearchAnswer>(mentionsPath(id, LATEST));
  const typeName = useTypeName();
  const heading = useArrival(entity?.name ?? (error && errorTitle(error, messages)));
  learnFrom(mentions, language);
  const hits = (mentions?.hits ?? []).map((hit) => withMentionsMarked(hit, [id]));

  return (
    <div class="entity-view" id="results" tabIndex={-1}>
      <button type="button" class="quiet back" onClick={onBack}>
        {messages.back}
      </button>
      {error !== undefined && (
        <ErrorNotice
          error={error}
          stale={entity !== undefined}
          heading={entity === undefined ? 'h1' : 'h2'}
          onRetry={retry}
        />
      )}
      {entity === undefined && error === undefined && <Skeleton />}
      {entity !== undefined && (
        <>
          <div class="entity-head">
            <p class="kicker">
              {typeName(entity.type)}
              <UnlistedSign id={entity.id} />
            </p>
            <h1 ref={heading} tabIndex={-1} dir="auto" class="text">
              {entity.name}
            </h1>
            {entity.description && !entity.positions.some(({ title }) => title === entity.description) && (
              <p class="text">{entity.description}</p>
            )}
            {entity.positions.map((position) => (
              <Held key={`${position.from} ${position.title}`} position={position} />
            ))}
            <p>
              <MentionedIn entity={entity} /> <DecideButton entity={entity} />
            </p>
          </div>
          <div class="entity-columns">
            <div>
              <section>
                <h2>{messages.names}</h2>
                <Names names={entity.names} all />
              </section>
              <Spellings spellings={entity.spellings} />
            </div>
            <div>
              <MentionsOverTime entity={entity} counts={mentions?.facets.date ?? []} />
              <Companions heading="h2" companions={entity.together} />
              {entity.together.length > 0 && (
                <p class="companions-more">
                  <Link to={{ view: 'together', search: NO_SEARCH, around: id, types: [] }}>
                    {messages.together.title}
                  </Link>
                </p>
              )}
            </div>
          </div>
          {hits.length > 0 && (
            <section>
              <h2>{messages.latestMentions}</h2>
              <Legend kinds={kindsIn(hits)} />
              <ol class="hits">
                {hits.map((hit) => (
                  <HitItem
                    key={hit.id}
                    hit={hit}
                    search={{ ...mentionsOf(entity), q: '' }}
                    onOpen={() => {}}
                  />
                ))}
              </ol>
            </section>
          )}
        </>
      )}
    </div>
  );
}
