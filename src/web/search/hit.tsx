/** One hit: title, where and when it appeared, the passages that answer the query, who is in it. */
import type { Hit } from '../api/types.ts';
import type { Search } from '../app/address.ts';
import { Link } from '../app/link.tsx';
import { Highlighted, tagOf } from '../article/passage.tsx';
import { EntityChip } from '../entity/entity-chip.tsx';
import { useTranslator } from '../i18n/translator-context.ts';
import { Glosses } from './across.tsx';
import { MissingWords } from './relaxed-notice.tsx';
import { Why } from './why.tsx';

/** Entities that are shown below a hit. */
export const ENTITIES_SHOWN = 5;

interface HitProps {
  hit: Hit;
  /** The search that found it. */
  search: Search;
  onOpen: (id: string) => void;
}

/** The whole hit takes the direction of its title; every passage has its own. */
export function HitItem({ hit, search, onOpen }: HitProps) {
  const translator = useTranslator();
  const { title, body } = hit.highlights;
  const to = { view: 'article', id: hit.id, q: search.q, across: search.across } as const;
  return (
    <li>
      <article class="hit" dir={title?.dir ?? 'auto'} data-id={hit.id}>
        <h3 class="text" lang={title ? tagOf(title.lang) : undefined} dir={title?.dir}>
          <Link to={to} stop={hit.id} onFollow={() => onOpen(hit.id)}>
            {title === null ? hit.id : <Highlighted passage={title} />}
          </Link>
        </h3>
        {hit.pinned && <Pinned />}
        <Facts publishedAt={hit.publishedAt} source={hit.source} languages={hit.languages} />
        {body.map((passage) => (
          <p key={passage.start} class="text" lang={tagOf(passage.lang)} dir={passage.dir}>
            <Highlighted passage={passage} />
          </p>
        ))}
        {hit.highlights.more !== null && (
          <p class="more-marks" lang={translator.language} dir={translator.dir}>
            <Link to={{ ...to, at: hit.highlights.more.start }} onFollow={() => onOpen(hit.id)}>
              {translator.count(translator.messages.moreMarks, hit.highlights.more.count)}
            </Link>
          </p>
        )}
        <Glosses passages={title === null ? body : [title, ...body]} />
        <MissingWords missing={hit.missing} similar={hit.similar} />
        {hit.meaning && (
          <p class="missing" lang={translator.language} dir={translator.dir}>
            {translator.messages.similarMeaning}
          </p>
        )}
        <Truncated parts={hit.truncated} />
        <Copies hit={hit} search={search} />
        <div class="hit-foot">
          <ul class="chips">
            {hit.entities.slice(0, ENTITIES_SHOWN).map((entity) => (
              <li key={entity.id}>
                <EntityChip entity={entity} />
              </li>
            ))}
          </ul>
          {search.q.trim() !== '' && <Why hit={hit} />}
        </div>
      </article>
    </li>
  );
}

interface FactsProps {
  publishedAt: string | null | undefined;
  /** The date as written on the page, if it could not be read. */
  publishedText?: string | undefined;
  source: string | null | undefined;
  languages: readonly string[];
  authors?: readonly string[] | undefined;
}

/** When, where and in which languages; in the language of the interface, whatever the article's is. */
export function Facts({ publishedAt, publishedText, source, languages, authors = [] }: FactsProps) {
  const translator = useTranslator();
  const date = publishedAt ? (
    <time dateTime={publishedAt}>{translator.date(publishedAt)}</time>
  ) : (
    (publishedText ?? translator.messages.undated)
  );
  const names = translator.list(languages.map((code) => translator.languageName(code)));
  return (
    <p class="facts" lang={translator.language}>
      {authors.length > 0 && (
        <span>
          <bdi>{translator.list(authors)}</bdi>
        </span>
      )}
      <span>
        <bdi>{date}</bdi>
      </span>
      {source && (
        <span>
          <bdi>{source}</bdi>
        </span>
      )}
      <span>
        <bdi>{names}</bdi>
      </span>
    </p>
  );
}

/** Editors put the article first. */
function Pinned() {
  const { messages, language } = useTranslator();
  return (
    <p class="pinned" lang={language}>
      {messages.pinned}
    </p>
  );
}

/** Says that only the beginning of a very long article is searched and marked. */
export function Truncated({ parts = [] }: { parts: Hit['truncated'] }) {
  const { messages, language } = useTranslator();
  if (parts.length === 0) return null;
  return (
    <p class="copies" lang={language}>
      {messages.truncated}
    </p>
  );
}

/** How many more print the same text. */
function Copies({ hit, search }: { hit: Hit; search: Search }) {
  const translator = useTranslator();
  if (hit.duplicates === 0) return null;
  return (
    <p class="copies" lang={translator.language}>
      <Link to={{ view: 'search', search: { ...search, copies: true, page: 1 } }}>
        {translator.count(translator.messages.copies, hit.duplicates)}
      </Link>
    </p>
  );
}
