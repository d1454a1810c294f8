/** Beside an article: everybody and everything it mentions, and where to read on. */
import { useState } from 'preact/hooks';
import { similarPath } from '../api/paths.ts';
import type { Article, ArticleReference, Named } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Link } from '../app/link.tsx';
import { DecideButton } from '../entity/decide-button.tsx';
import { EntityChip, TypeLegend } from '../entity/entity-chip.tsx';
import { useTranslator } from '../i18n/translator-context.ts';

interface Mentioned extends Named {
  /** Mentions in the text. Keywords are not counted: they are no places to go to. */
  count: number;
}

/** Entities by how often they are mentioned; equal ones in the order of the text. */
function mentionedIn({ mentions }: Article): Mentioned[] {
  const found = new Map<string, Mentioned>();
  for (const { entity, field, name = entity, type } of mentions) {
    // Without a type it is no longer in the gazetteer, and has no page.
    if (type === undefined) continue;
    const known = found.get(entity) ?? { id: entity, name, type, count: 0 };
    if (field !== 'keywords') known.count++;
    found.set(entity, known);
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

export function ArticleAside({ article, q }: { article: Article; q: string }) {
  const { messages } = useTranslator();
  const { answer } = useAnswer<{ hits: ArticleReference[] }>(similarPath(article.id));
  const copies = article.duplicates ?? [];
  const listed = new Set([...article.related, ...copies].map(({ id }) => id));
  const similar = (answer?.hits ?? []).filter(({ id }) => !listed.has(id));
  return (
    <aside class="aside">
      <Mentions article={article.id} mentioned={mentionedIn(article)} />
      <Articles title={messages.sameText} articles={copies} q={q} />
      <Articles title={messages.samePage} articles={article.related} q={q} />
      <Articles title={messages.similar} articles={similar} q={q} />
    </aside>
  );
}

/** The mention that was gone to: it stays marked until another is. */
interface Shown {
  id: string;
  /** From 0, in the order of the text. */
  index: number;
  of: number;
}

function Mentions({ article, mentioned }: { article: string; mentioned: readonly Mentioned[] }) {
  const translator = useTranslator();
  const { messages } = translator;
  const [shown, setShown] = useState<Shown>();
  if (mentioned.length === 0) return null;
  /** Goes through the places where an entity is named, one with each press; from the last to the first. */
  const show = (id: string): void => {
    const places = [
      ...document.querySelectorAll<HTMLElement>(`.article [data-entity="${CSS.escape(id)}"] a`),
    ];
    if (places.length === 0) return;
    const index = shown?.id === id ? (shown.index + 1) % places.length : 0;
    for (const place of document.querySelectorAll('.article .shown')) place.classList.remove('shown');
    places[index]!.classList.add('shown');
    places[index]!.focus({ preventScroll: true });
    places[index]!.scrollIntoView({ block: 'center' });
    setShown({ id, index, of: places.length });
  };
  const position = ({ index, of }: Shown): string =>
    translator.fill(messages.mentionPosition, {
      n: translator.number(index + 1),
      total: translator.number(of),
    });
  return (
    <section>
      <h2>{messages.mentions}</h2>
      <TypeLegend entities={mentioned} />
      <ul class="mention-list">
        {mentioned.map((entity) => {
          const { id, name, count } = entity;
          const times = translator.count(messages.times, count);
          return (
            <li key={id}>
              <EntityChip entity={entity} />
              {count > 0 && (
                <button
                  type="button"
                  class="quiet"
                  aria-label={`${times}. ${translator.text(messages.nextMention, { name })}`}
                  onClick={() => show(id)}
                >
                  {shown?.id === id ? position(shown) : times}
                </button>
              )}
              <DecideButton entity={entity} article={article} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface ArticlesProps {
  title: string;
  articles: readonly ArticleReference[];
  q: string;
}

function Articles({ title, articles, q }: ArticlesProps) {
  const translator = useTranslator();
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
            <p class="facts" lang={translator.language}>
              {article.publishedAt && (
                <span>
                  <bdi>
                    <time dateTime={article.publishedAt}>{translator.date(article.publishedAt)}</time>
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
