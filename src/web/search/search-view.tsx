/** Hits with everything around them: how many, in which order, what they are marked by, what narrows them. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Answer, DEEPEST, feedPath, PAGE_SIZE } from '../api/client.ts';
import { useResults } from '../api/faceted-search.ts';
import { filterCount, NO_SEARCH, type Search } from '../app/address.ts';
import { useWording } from '../app/context.ts';
import { Link } from '../app/link.tsx';
import { go, position } from '../app/navigation.ts';
import { Empty, Skeleton, Trouble } from '../app/states.tsx';
import { EntityCard } from '../entity/entity-card.tsx';
import { learnFrom } from '../entity/names.tsx';
import { Filters } from './filters.tsx';
import { HitItem } from './hit.tsx';
import { kindsIn, Legend } from './legend.tsx';
import { Recent } from './recent-list.tsx';
import { remember } from './recent-searches.ts';

/** From this width on the filters stand beside the hits; styles/layout.css has the same. */
const WIDE = '(min-width: 60rem)';

/** The hit that was opened last: where the focus goes when one comes back. */
let opened: string | undefined;

export function SearchView({ search }: { search: Search }) {
  const wording = useWording();
  const { messages, language } = wording;
  const { answer, current, loading, failure, counts, retry } = useResults(search, language);
  const wide = useMedia(WIDE);
  const restored = useRef(false);
  learnFrom(answer, language);

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
  const home = search.q.trim() === '' && active === 0;
  const hits = answer?.hits ?? [];

  return (
    <div class="search-view" aria-busy={loading}>
      <div class="progress" hidden={!loading} />
      <div class="results">
        <h1 class="hidden">{messages.search}</h1>
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
              value={search.sort ?? (search.q.trim() === '' ? 'newest' : 'relevance')}
              onChange={(event) => change({ sort: event.currentTarget.value as NonNullable<Search['sort']> })}
            >
              {search.q.trim() !== '' && <option value="relevance">{messages.sorts.relevance}</option>}
              <option value="newest">{messages.sorts.newest}</option>
              <option value="oldest">{messages.sorts.oldest}</option>
            </select>
          </label>
        </div>
        {failure !== undefined && <Trouble failure={failure} stale={hits.length > 0} onRetry={retry} />}
        {answer?.suggestion && <DidYouMean search={search} suggestion={answer.suggestion} />}
        {!wide && (
          <details class="filters-fold">
            <summary>
              {active === 0 ? messages.filters : wording.count(messages.activeFilters, active)}
            </summary>
            {filters}
          </details>
        )}
        <EntityCard q={search.q} results={answer} />
        {answer === undefined && failure === undefined && <Skeleton />}
        {answer !== undefined && hits.length === 0 && search.page === 1 && failure === undefined && (
          <Empty>
            {active > 0 && (
              <button type="button" onClick={() => change({ ...NO_SEARCH, q: search.q })}>
                {messages.clearFilters}
              </button>
            )}
          </Empty>
        )}
        <Legend kinds={kindsIn(hits)} />
        <ol class={`hits${current ? '' : ' stale'}`} start={(search.page - 1) * PAGE_SIZE + 1}>
          {hits.map((hit) => (
            <HitItem
              key={hit.id}
              hit={hit}
              q={search.q}
              copies={search}
              onOpen={(id) => {
                opened = id;
                remember(search.q);
              }}
            />
          ))}
        </ol>
        {answer !== undefined && <Pages search={search} hits={answer.total.value + answer.partial - answer.collapsed} />}
        {hits.length > 0 && (
          <p class="follow">
            <a href={feedPath(search)} type="application/atom+xml">
              {messages.follow}
            </a>
          </p>
        )}
      </div>
      {wide && (
        <aside class="aside" aria-label={messages.filters}>
          {filters}
        </aside>
      )}
    </div>
  );
}

function Total({ answer: { total } }: { answer: Answer }) {
  const wording = useWording();
  const count = wording.count(wording.messages.articles, total.value);
  return <>{total.relation === 'eq' ? count : wording.messages.atLeast.replace('{count}', count)}</>;
}

function DidYouMean({ search, suggestion }: { search: Search; suggestion: string }) {
  const wording = useWording();
  return (
    <p class="did-you-mean">
      {wording.fill(wording.messages.didYouMean, { query: suggestion }).map((part) =>
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
  const wording = useWording();
  const { messages } = wording;
  const pages = Math.ceil(Math.min(hits, DEEPEST) / PAGE_SIZE);
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
        {wording
          .fill(messages.page, { page: wording.number(search.page), pages: wording.number(pages) })
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

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const listener = (): void => setMatches(media.matches);
    media.addEventListener('change', listener);
    return () => media.removeEventListener('change', listener);
  }, [query]);
  return matches;
}
