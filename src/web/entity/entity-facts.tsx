/** What is known of an entity: parts that its card and its page share. */

import type { FacetCount } from '../../engines/facets.ts';
import type { Entity } from '../api/client.ts';
import { mentionsOf } from '../app/address.ts';
import { useWording } from '../app/context.ts';
import { Link } from '../app/link.tsx';
import { go } from '../app/navigation.ts';
import { Timeline } from '../search/timeline-chart.tsx';
import { EntityName } from './names.tsx';

/** Scripts whose names run from right to left, by language. */
const RIGHT_TO_LEFT: readonly string[] = ['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'ug'];

export const directionOf = (language: string): 'rtl' | 'ltr' =>
  RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr';

/** The first name in each language. `all`: the others too. */
export function Names({ names, all = false }: { names: Entity['names']; all?: boolean }) {
  const wording = useWording();
  return (
    <dl class="names">
      {Object.entries(names).map(([code, [first = '', ...others]]) => (
        <div key={code}>
          <dt>{wording.languageName(code)}</dt>
          <dd>
            <Name code={code} text={first} />
            {all && others.length > 0 && (
              <div class="others">
                <Name code={code} text={others.join(RIGHT_TO_LEFT.includes(code) ? '، ' : ', ')} />
              </div>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Names stand at one edge below each other, each in its own direction. */
function Name({ code, text }: { code: string; text: string }) {
  return (
    <bdi lang={code} dir={directionOf(code)} class="text">
      {text}
    </bdi>
  );
}

interface MentionsProps {
  id: string;
  counts: readonly FacetCount[];
  /** The level below that of the heading around it. */
  heading: 'h2' | 'h3';
}

/** Mentions by month; a stretch of time that is chosen leads to the articles in it. */
export function MentionsOverTime({ id, counts, heading: Heading }: MentionsProps) {
  const { messages } = useWording();
  if (counts.length === 0) return null;
  return (
    <section>
      <Heading>{messages.mentionsOverTime}</Heading>
      <Timeline
        counts={counts}
        from=""
        to=""
        label={messages.mentionsOverTime}
        onChoose={(from, to) => go({ view: 'search', search: { ...mentionsOf(id), from, to } })}
      />
    </section>
  );
}

interface CompanionsProps {
  id: string;
  heading: 'h2' | 'h3';
  counts: readonly FacetCount[];
  most: number;
}

/** Who is mentioned in the same articles, the most frequent first. */
export function Companions({ id, heading: Heading, counts, most }: CompanionsProps) {
  const wording = useWording();
  const others = counts.filter(({ value }) => value !== id).slice(0, most);
  if (others.length === 0) return null;
  return (
    <section>
      <Heading>{wording.messages.appearsWith}</Heading>
      <ul class="chips">
        {others.map(({ value: other, count }) => (
          <li key={other}>
            <Link class={`chip ${other.split('-', 1)[0]}`} to={{ view: 'entity', id: other }} dir="auto">
              <EntityName id={other} />
              <span class="count">{wording.number(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function typeName(type: string, types: Record<string, string>): string {
  return types[type] ?? type;
}

/** How texts write the name, with how often. */
export function Spellings({ spellings }: { spellings: NonNullable<Entity['spellings']> }) {
  const wording = useWording();
  if (spellings.length === 0) return null;
  return (
    <section>
      <h2>{wording.messages.spellings}</h2>
      <ul class="chips">
        {spellings.map(({ spelling, language, mentions }) => (
          <li key={`${language} ${spelling}`} class="chip">
            <bdi lang={language}>{spelling}</bdi>
            <span class="count">{wording.number(mentions)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
