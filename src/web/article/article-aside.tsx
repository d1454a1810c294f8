/** Beside an article: everybody and everything it mentions, and where to read on. */
import { useRef } from 'preact/hooks';
import { type Article, type Reference, similarPath } from '../api/client.ts';
import { useAnswer } from '../api/load.ts';
import { useWording } from '../app/context.ts';
import { Link } from '../app/link.tsx';

interface Mentioned {
  id: string;
  name: string;
  type: string;
  count: number;
}

/** Entities by how often they are mentioned; equal ones in the order of the text. */
function mentionedIn({ mentions }: Article): Mentioned[] {
  const found = new Map<string, Mentioned>();
  for (const { entity, name = entity, type = '' } of mentions) {
    const known = found.get(entity);
    if (known === undefined) found.set(entity, { id: entity, name, type, count: 1 });
    else known.count++;
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

export function ArticleAside({ article, q }: { article: Article; q: string }) {
  const wording = useWording();
  const { messages, language } = wording;
  const { answer } = useAnswer<{ hits: Reference[] }>(similarPath(article.id), language);
  const copies = article.duplicates ?? [];
  const listed = new Set([...article.related, ...copies].map(({ id }) => id));
  const similar = (answer?.hits ?? []).filter(({ id }) => !listed.has(id));
  return (
    <aside class="aside">
      <Mentions mentioned={mentionedIn(article)} />
      <Articles title={messages.sameText} articles={copies} q={q} />
      <Articles title={messages.samePage} articles={article.related} q={q} />
      <Articles title={messages.similar} articles={similar} q={q} />
    </aside>
  );
}

function Mentions({ mentioned }: { mentioned: readonly Mentioned[] }) {
  const wording = useWording();
  const { messages } = wording;
  const next = useRef(new Map<string, number>());
  if (mentioned.length === 0) return null;
  /** Goes through the places where an entity is named, one with each press; from the last to the first. */
  const show = (id: string): void => {
    const places = document.querySelectorAll<HTMLElement>(`.article [data-entity="${CSS.escape(id)}"] a`);
    const at = (next.current.get(id) ?? 0) % Math.max(1, places.length);
    next.current.set(id, at + 1);
    places[at]?.focus();
    places[at]?.scrollIntoView({ block: 'center' });
  };
  return (
    <section>
      <h2>{messages.mentions}</h2>
      <ul class="mention-list">
        {mentioned.map(({ id, name, type, count }) => (
          <li key={id}>
            <Link class={`chip ${type}`} to={{ view: 'entity', id }} dir="auto">
              {name}
            </Link>
            <button
              type="button"
              class="quiet"
              aria-label={`${wording.count(messages.times, count)}. ${wording.say(messages.nextMention, { name })}`}
              onClick={() => show(id)}
            >
              {wording.count(messages.times, count)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ArticlesProps {
  title: string;
  articles: readonly Reference[];
  q: string;
}

function Articles({ title, articles, q }: ArticlesProps) {
  const wording = useWording();
  if (articles.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="reading">
        {articles.map((article) => (
          <li key={article.id} dir="auto">
            <Link to={{ view: 'article', id: article.id, q }} class="text">
              {article.title}
            </Link>
            <p class="facts" lang={wording.language}>
              {article.publishedAt && (
                <span>
                  <bdi>
                    <time dateTime={article.publishedAt}>{wording.date(article.publishedAt)}</time>
                  </bdi>
                </span>
              )}
              {article.source && (
                <span>
                  <bdi>{article.source}</bdi>
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
