/** Saved searches with the number of articles that came in since the last look. */
import { useEffect, useState } from 'preact/hooks';
import { fetchAnswer } from '../api/client.ts';
import { newArticlesPath } from '../api/paths.ts';
import type { NewArticles } from '../api/types.ts';
import { parseAddress } from '../app/address.ts';
import { onHost } from '../app/base-path.ts';
import { Link } from '../app/link.tsx';
import { useTranslator } from '../i18n/translator-context.ts';
import { look, removeSaved, type SavedSearch, savedSearches } from './saved-searches.ts';

/** `version`: changes when something was saved. `onFollow`: called when one is opened. */
export function SavedList({ version, onFollow }: { version?: number; onFollow?: () => void }) {
  const [list, setList] = useState(savedSearches);
  useEffect(() => setList(savedSearches()), [version]);
  const { messages } = useTranslator();
  if (list.length === 0) return <p>{messages.following.nothing}</p>;
  return (
    <ul class="saved-list">
      {list.map((saved) => (
        <SavedItem
          key={saved.query}
          saved={saved}
          onFollow={onFollow}
          onRemove={() => {
            removeSaved(saved.query);
            setList(savedSearches());
          }}
        />
      ))}
    </ul>
  );
}

interface SavedItemProps {
  saved: SavedSearch;
  onFollow: (() => void) | undefined;
  onRemove: () => void;
}

function SavedItem({ saved: { name, query, seen }, onFollow, onRemove }: SavedItemProps) {
  const translator = useTranslator();
  const { messages, language } = translator;
  const [fresh, setFresh] = useState<NewArticles>();
  const address = parseAddress(onHost('/'), `?${query}`);
  useEffect(() => {
    if (address.view !== 'search') return;
    const control = new AbortController();
    fetchAnswer<NewArticles>(newArticlesPath(address.search, seen), language, control.signal).then(
      (answer) => {
        setFresh(answer);
        // The first look at one that was saved without an answer.
        if (seen === '') look(query, answer.seen);
      },
      // Without a number the list is still of use.
      () => {},
    );
    return () => control.abort();
  }, [query, seen, language]);
  if (address.view !== 'search') return null;
  const count = fresh === undefined ? '' : translator.count(messages.following.fresh, fresh.count);
  return (
    <li>
      <Link
        to={address}
        class="saved-name"
        onFollow={() => {
          if (fresh !== undefined) look(query, fresh.seen);
          onFollow?.();
        }}
      >
        <bdi>{name}</bdi>
      </Link>
      {fresh !== undefined && fresh.count > 0 && (
        <span class="fresh">
          {fresh.relation === 'eq' ? count : messages.atLeast.replace('{count}', () => count)}
        </span>
      )}
      <button
        type="button"
        class="remove"
        aria-label={translator.text(messages.forget, { query: name })}
        onClick={onRemove}
      >
        ×
      </button>
    </li>
  );
}
