/** Recent searches on the first page, each of which can be forgotten. */
import { useState } from 'preact/hooks';
import { NO_SEARCH } from '../app/address.ts';
import { Link } from '../app/link.tsx';
import { useTranslator } from '../i18n/translator-context.ts';
import { forget, forgetAll, recentSearches, remember } from './recent-searches.ts';

export function Recent() {
  const translator = useTranslator();
  const { messages } = translator;
  const [queries, setQueries] = useState(recentSearches);
  if (queries.length === 0) return null;
  return (
    <section class="recent" aria-labelledby="recent-title">
      <h2 id="recent-title">
        {messages.recent} <small>({messages.recentNote})</small>
      </h2>
      <ul class="chips">
        {queries.map((q) => (
          <li key={q} class="forgettable">
            <Link
              to={{ view: 'search', search: { ...NO_SEARCH, q } }}
              class="chip"
              dir="auto"
              onFollow={() => remember(q)}
            >
              {q}
            </Link>
            <button
              type="button"
              aria-label={translator.text(messages.forget, { query: q })}
              onClick={() => {
                forget(q);
                setQueries(recentSearches());
              }}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          forgetAll();
          setQueries([]);
        }}
      >
        {messages.forgetAll}
      </button>
    </section>
  );
}
