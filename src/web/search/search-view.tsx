/** The results with everything around them: count, order, legend and filters. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { MAX_OFFSET, PAGE_SIZE } from '../api/paths.ts';
import type { SearchAnswer } from '../api/types.ts';
import { filterCount, NO_SEARCH, type Search } from '../app/address.ts';
import { Link } from '../app/link.tsx';
import { go, position } from '../app/navigation.ts';
import { Empty, ErrorNotice, Skeleton } from '../app/notices.tsx';
import { useMedia } from '../app/use-media.ts';
import { EntityCard } from '../entity/entity-card.tsx';
import { TypeLegend } from '../entity/entity-chip.tsx';
import { learnFrom } from '../entity/names.tsx';
import { useTranslator } from '../i18n/translator-context.ts';
import { AlsoIn } from './across.tsx';
import { activeFilters, titleOf } from './describe-search.ts';
import { Filters } from './filters.tsx';
import { ENTITIES_SHOWN, HitItem } from './hit.tsx';
import { kindsIn, Legend, marksIn } from './legend.tsx';
import { withMentionsMarked } from './mark-mentions.ts';
import { MarkedWords, numberedWords, WordLegend } from './marked-words.tsx';
import { Recent } from './recent-list.tsx';
import { remember } from './recent-searches.ts';
import { QueryNotices, RelaxedNotice } from './relaxed-notice.tsx';
import { SavedHome } from './saved-home.tsx';
import { TakeAway } from './take-away.tsx';
import { useResults } from './use-results.ts';

/** From this width on the filters are beside the hits; styles/layout.css has the same. */
const WIDE = '(min-width: 60rem)';

/** The hit opened last, which gets the focus when the reader returns. */
let opened: string | undefined;

export function SearchView({ search }: { search: Search }) {
  const translator = useTranslator();
  const { messages, language } = translator;
  const { answer, current, loading, error, counts, retry } = useResults(search);
  const wide = useMedia(WIDE);
  const restored = useRef(false);
  learnFrom(answer, language);

  useEffect(() => {
    document.title = titleOf(search, translator);
  }, [search, answer, translator]);
  useLayoutEffect(() => {
    if (!current || restored.current) return;
    restored.current = true;
    if (opened !== undefined) {
      document
        .querySelector<HTMLElement>(`[data-stop="${CSS.escape(opened)}"]`)
        ?.focus({ preventScroll: true });
      opened = undefined;
    }
    scrollTo(0, position());
  }, [current]);

  const change = (part: Partial<Search>): void =>
    go({ view: 'search', search: { ...search, page: 1, ...part } });
  const filters = (
    <Filters search={search} counts={counts} collapsed={answer?.collapsed ?? 0} onChange={change} />
  );
  const active = filterCount(search);
  const asked = search.q.trim() !== '';
  const home = !asked && active === 0;
  const hits = (answer?.hits ?? []).map((hit) => withMentionsMarked(hit, search.chosen.entity));
  const words = numberedWords(search.q, marksIn(hits));

  return (
    <div class="search-view" aria-busy={loading}>
      <div class="progress" hidden={!loading} />
      <div class="results-top">
        <h1 class="hidden">{messages.search}</h1>
        {home && search.page === 1 && <SavedHome />}
        {home && search.page === 1 && <Recent />}
        <div class="results-head">
          <h2>{home ? messages.latest : messages.results}</h2>
          <p role="status" class="total">
            {loading && answer === undefined
              ? messages.loading
              : answer !== undefined && <Total answer={answer} />}
          </p>
          <label class="sort">
            <span class="hidden">{messages.sort}</span>
            <select
              value={search.sort ?? (asked ? 'relevance' : 'newest')}
              onChange={(event) => change({ sort: event.currentTarget.value as NonNullable<Search['sort']> })}
            >
              {asked && <option value="relevance">{messages.sorts.relevance}</option>}
              <option value="newest">{messages.sorts.newest}</option>
              <option value="oldest">{messages.sorts.oldest}</option>
            </select>
          </label>
        </div>
        <ActiveFilters search={search} onChange={change} />
      </div>
      {wide ? (
        <aside id="filters" tabIndex={-1} class="aside" aria-label={messages.filters}>
          {filters}
        </aside>
      ) : (
        <details id="filters" tabIndex={-1} class="filters-fold">
          <summary>
            {active === 0 ? messages.filters : translator.count(messages.activeFilters, active)}
          </summary>
          {filters}
        </details>
      )}
      <section
        id="results"
        tabIndex={-1}
        class={`results${words.size > 0 ? ' by-word' : ''}`}
        aria-label={messages.results}
      >
        {error !== undefined && <ErrorNotice error={error} stale={hits.length > 0} onRetry={retry} />}
        {current && answer !== undefined && (
          <>
            <QueryNotices notices={answer.notices} />
            <AlsoIn search={search} answer={answer} onChange={change} />
            <RelaxedNotice search={search} answer={answer} />
            {answer.meaning?.state === 'unavailable' && <p class="notice">{messages.meaningUnavailable}</p>}
          </>
        )}
        {answer?.suggestion && <DidYouMean search={search} suggestion={answer.suggestion} />}
        <EntityCard search={search} results={current ? answer : undefined} />
        {answer === undefined && error === undefined && <Skeleton />}
        {answer !== undefined && hits.length === 0 && search.page === 1 && error === undefined && (
          <Empty>
            {active > 0 && (
              <button type="button" onClick={() => change({ ...NO_SEARCH, q: search.q })}>
                {messages.clearFilters}
              </button>
            )}
          </Empty>
        )}
        <MarkedWords.Provider value={words}>
          <div class="legends">
            <WordLegend />
            <Legend kinds={kindsIn(hits)} />
            <TypeLegend entities={hits.flatMap(({ entities }) => entities.slice(0, ENTITIES_SHOWN))} />
          </div>
          <ol class={`hits${current ? '' : ' stale'}`} start={(search.page - 1) * PAGE_SIZE + 1}>
            {hits.map((hit) => (
              <HitItem
                key={hit.id}
                hit={hit}
                search={search}
                onOpen={(id) => {
                  opened = id;
                  remember(search.q);
                }}
              />
            ))}
          </ol>
        </MarkedWords.Provider>
        {answer !== undefined && answer.hidden > 0 && (
          <p class="copies">{translator.count(messages.hidden, answer.hidden)}</p>
        )}
        {answer !== undefined && <Pages search={search} hits={hitsIn(answer)} />}
        {hits.length > 0 && <TakeAway search={search} />}
      </section>
    </div>
  );
}

/** Hits to page through. */
const hitsIn = ({ total, partial, meaning, collapsed }: SearchAnswer): number =>
  total.value + partial + (meaning?.found ?? 0) - collapsed;

function Total({ answer: { total, partial, meaning } }: { answer: SearchAnswer }) {
  const translator = useTranslator();
  const { messages } = translator;
  const count = translator.count(messages.articles, total.value);
  return (
    <>
      {total.relation === 'eq' ? count : messages.atLeast.replace('{count}', count)}
      {partial > 0 && ` ${translator.count(messages.partial, partial)}`}
      {meaning !== undefined &&
        meaning.found > 0 &&
        ` ${translator.count(messages.byMeaning, meaning.found)}`}
    </>
  );
}

interface ActiveFiltersProps {
  search: Search;
  onChange: (change: Partial<Search>) => void;
}

/** The active filters, each removable. */
function ActiveFilters({ search, onChange }: ActiveFiltersProps) {
  const translator = useTranslator();
  const { messages } = translator;
  const filters = activeFilters(search, translator);
  if (filters.length === 0) return null;
  return (
    <ul class="chips active-filters" aria-label={messages.filters}>
      {filters.map(({ name, without }) => (
        <li key={name}>
          <button
            type="button"
            class="chip"
            aria-label={translator.text(messages.removeFilter, { name })}
            onClick={() => onChange(without)}
          >
            <bdi>{name}</bdi> <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function DidYouMean({ search, suggestion }: { search: Search; suggestion: string }) {
  const translator = useTranslator();
  return (
    <p class="did-you-mean">
      {translator.parts(translator.messages.didYouMean, { query: suggestion }).map((part) =>
        typeof part === 'string' ? (
          part
        ) : (
          <Link
            key={part.value}
            to={{ view: 'search', search: { ...search, q: part.value, page: 1 } }}
            stop="suggestion"
            onFollow={() => remember(part.value)}
          >
            <bdi>{part.value}</bdi>
          </Link>
        ),
      )}
    </p>
  );
}

function Pages({ search, hits }: { search: Search; hits: number }) {
  const translator = useTranslator();
  const { messages } = translator;
  const pages = Math.ceil(Math.min(hits, MAX_OFFSET) / PAGE_SIZE);
  if (pages <= 1 && search.page === 1) return null;
  const to = (page: number) => ({ view: 'search', search: { ...search, page } }) as const;
  return (
    <nav class="pages" aria-label={messages.results}>
      {search.page > 1 && (
        <Link to={to(Math.min(search.page - 1, pages))} onFollow={() => scrollTo(0, 0)}>
          {messages.previous}
        </Link>
      )}
      <span>
        {translator
          .parts(messages.page, { page: translator.number(search.page), pages: translator.number(pages) })
          .map((part) => (typeof part === 'string' ? part : part.value))}
      </span>
      {search.page < pages && (
        <Link to={to(search.page + 1)} onFollow={() => scrollTo(0, 0)}>
          {messages.next}
        </Link>
      )}
    </nav>
  );
}
