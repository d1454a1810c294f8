/** One hit: title, where and when it appeared, the passages that answer the query, who is in it. */

import type { Hit } from '../api/client.ts';
import type { Address, Search } from '../app/address.ts';
import { useWording } from '../app/context.ts';
import { Link } from '../app/link.tsx';
import { Highlighted, tagOf } from '../article/passage.tsx';
import { Why } from './why.tsx';

/** Entities that are shown below a hit. */
const ENTITIES = 5;

interface HitProps {
  hit: Hit;
  q: string;
  /** Where copies of one text are shown one by one. */
  copies: Search;
  onOpen: (id: string) => void;
}

/** The whole hit takes the direction of its title; every passage has its own. */
export function HitItem({ hit, q, copies, onOpen }: HitProps) {
  const { title, body } = hit.highlights;
  const to: Address = { view: 'article', id: hit.id, q };
  return (
    <li>
      <article class="hit" dir={title?.dir ?? 'auto'} data-id={hit.id}>
        <h3 class="text" lang={title ? tagOf(title.lang) : undefined} dir={title?.dir}>
          <Link to={to} stop={hit.id} onFollow={() => onOpen(hit.id)}>
            {title === null ? hit.id : <Highlighted passage={title} />}
          </Link>
        </h3>
        <Facts publishedAt={hit.publishedAt} source={hit.source} languages={hit.languages} />
        {body.map((passage) => (
          <p key={passage.start} class="text" lang={tagOf(passage.lang)} dir={passage.dir}>
            <Highlighted passage={passage} />
          </p>
        ))}
        <Copies hit={hit} copies={copies} />
        <div class="hit-foot">
          <ul class="chips">
            {hit.entities.slice(0, ENTITIES).map(({ id, name, type }) => (
              <li key={id}>
                <Link class={`chip ${type}`} to={{ view: 'entity', id }} dir="auto">
                  {name}
                </Link>
              </li>
            ))}
          </ul>
          <Why hit={hit} />
        </div>
      </article>
    </li>
  );
}

interface FactsProps {
  publishedAt: string | null | undefined;
  /** The date as the page had it, where it could not be read. */
  publishedText?: string | undefined;
  source: string | null | undefined;
  languages: readonly string[];
}

/** When, where and in which languages; in the language of the interface, whatever the article's is. */
export function Facts({ publishedAt, publishedText, source, languages }: FactsProps) {
  const wording = useWording();
  const date = publishedAt ? (
    <time dateTime={publishedAt}>{wording.date(publishedAt)}</time>
  ) : (
    (publishedText ?? wording.messages.undated)
  );
  const names = wording.list(languages.map((code) => wording.languageName(code)));
  return (
    <p class="facts" lang={wording.language}>
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

/** How many more print the same text. */
function Copies({ hit, copies }: { hit: Hit; copies: Search }) {
  const wording = useWording();
  if (hit.duplicates === 0) return null;
  return (
    <p class="copies" lang={wording.language}>
      <Link to={{ view: 'search', search: { ...copies, copies: true, page: 1 } }}>
        {wording.count(wording.messages.copies, hit.duplicates)}
      </Link>
    </p>
  );
}
