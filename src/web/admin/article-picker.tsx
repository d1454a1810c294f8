/** Articles that a search finds, each with what can be done with it. */
import type { ComponentChildren } from 'preact';
import { articlePath, searchPath } from '../api/paths.ts';
import type { Article, Hit, SearchAnswer } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { NO_SEARCH } from '../app/address.ts';
import { Link } from '../app/link.tsx';
import { ErrorNotice } from '../app/notices.tsx';
import { Facts } from '../search/hit.tsx';
import { useTexts } from './texts-context.ts';

interface PickerProps {
  q: string;
  title: string;
  children: (hit: Hit) => ComponentChildren;
}

export function ArticlePicker({ q, title, children }: PickerProps) {
  const { none } = useTexts();
  // Each copy of a text is an article of its own here.
  const path = q.trim() === '' ? undefined : searchPath({ ...NO_SEARCH, q, copies: true }, []);
  const { answer, error, retry } = useAnswer<SearchAnswer>(path);
  if (error !== undefined) return <ErrorNotice error={error} stale={false} onRetry={retry} />;
  if (answer === undefined || path === undefined) return null;
  return (
    <section>
      <h2>{title}</h2>
      {answer.hits.length === 0 && <p>{none}</p>}
      <ul class="admin-list">
        {answer.hits.map((hit) => (
          <li key={hit.id}>
            <Link to={{ view: 'article', id: hit.id, q }}>
              <bdi>{titleOf(hit)}</bdi>
            </Link>
            <Facts publishedAt={hit.publishedAt} source={hit.source} languages={hit.languages} />
            <span class="admin-buttons">{children(hit)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export const titleOf = ({ id, title }: { id: string; title: string }): string => title.trim() || id;

/** The title of an article, or its id if there is none. */
export function ArticleName({ id }: { id: string }) {
  const { answer } = useAnswer<Article>(articlePath(id));
  return (
    <Link to={{ view: 'article', id, q: '' }}>
      <bdi>{answer?.id === id ? titleOf(answer) : id}</bdi>
    </Link>
  );
}
