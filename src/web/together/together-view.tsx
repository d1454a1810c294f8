/** Who appears with whom in the articles of a search, or with one entity: names joined by lines, and a table. */
import { togetherPath } from '../api/paths.ts';
import type { TogetherAnswer } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { type Search, toggled } from '../app/address.ts';
import { go } from '../app/navigation.ts';
import { ErrorNotice, errorTitle, Skeleton } from '../app/notices.tsx';
import { useArrival } from '../app/use-arrival.ts';
import { TypeLegend } from '../entity/entity-chip.tsx';
import { learn } from '../entity/names.tsx';
import { ENTITY_TYPES, type EntityType } from '../entity/types.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import { activeFilters } from '../search/describe-search.ts';
import { MOST_LINES, TogetherGraph } from './together-graph.tsx';
import { TogetherTable } from './together-table.tsx';

export interface TogetherProps {
  search: Search;
  /** Id of the entity that the others appear with; empty for all of the search. */
  around: string;
  /** Types that are shown; all if empty. */
  types: readonly EntityType[];
  onBack: () => void;
}

export function TogetherView({ search, around, types, onBack }: TogetherProps) {
  const translator = useTranslator();
  const { messages } = translator;
  const { answer, error, loading, retry } = useAnswer<TogetherAnswer>(togetherPath(search, around, types));
  learn([...(answer?.everywhere ?? []), ...(answer?.nodes ?? [])], translator.language);
  const { title: whole, around: of } = messages.together;
  const name = answer?.around?.name;
  const title = around === '' ? whole : name && translator.text(of, { name });
  const heading = useArrival(title ?? (error && errorTitle(error, messages)));
  const within = [search.q.trim(), ...activeFilters(search, translator).map((filter) => filter.name)];
  return (
    <div class="together-view" id="results" tabIndex={-1} aria-busy={loading}>
      <button type="button" class="quiet back" onClick={onBack}>
        {messages.back}
      </button>
      {error !== undefined && (
        <ErrorNotice
          error={error}
          stale={answer !== undefined}
          heading={title === undefined ? 'h1' : 'h2'}
          onRetry={retry}
        />
      )}
      {title !== undefined && (
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
      )}
      {answer === undefined && error === undefined && <Skeleton />}
      {answer !== undefined && (
        <>
          <p class="facts">
            {within
              .filter((part) => part !== '')
              .map((part) => (
                <span key={part}>
                  <bdi>{part}</bdi>
                </span>
              ))}
            <span role="status">{translator.count(messages.articles, answer.documents)}</span>
          </p>
          <Types
            types={types}
            onChange={(chosen) => go({ view: 'together', search, around, types: chosen })}
          />
          {answer.edges.length === 0 ? (
            <p class="notice">{messages.together.none}</p>
          ) : (
            <>
              <p>
                {messages.together.intro}
                {answer.edges.length > MOST_LINES &&
                  ` ${messages.together.lines.replace('{n}', translator.number(MOST_LINES))}`}
              </p>
              <TypeLegend entities={answer.nodes} />
              <div class="together-columns">
                <TogetherGraph answer={answer} search={search} />
                <TogetherTable
                  answer={answer}
                  search={search}
                  csv={togetherPath(search, around, types, '.csv')}
                />
              </div>
            </>
          )}
        </>
      )}
    </div>
  );
}

interface TypesProps {
  types: readonly EntityType[];
  onChange: (types: readonly EntityType[]) => void;
}

/** Which types are shown: pressed ones, or all if none is. */
function Types({ types, onChange }: TypesProps) {
  const { messages } = useTranslator();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div class="chips" role="group" aria-label={messages.together.types}>
      {ENTITY_TYPES.map((type) => (
        <button
          key={type}
          type="button"
          class="chip"
          aria-pressed={types.includes(type)}
          onClick={() => onChange(toggled(types, type) as EntityType[])}
        >
          {messages.types[type]}
        </button>
      ))}
    </div>
  );
}
