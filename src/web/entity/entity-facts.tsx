/** What is known of an entity: parts that its card and its page share. */

import type { FacetCount } from '../../engines/facets.ts';
import type { Entity, Named } from '../api/types.ts';
import { mentionsOf } from '../app/address.ts';
import { Link } from '../app/link.tsx';
import { go } from '../app/navigation.ts';
import { directionOf } from '../i18n/languages.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import { Timeline } from '../search/timeline-chart.tsx';
import { EntityChip, TypeLegend } from './entity-chip.tsx';
import { mergedSpellings } from './spellings.ts';

/** A position with the years in which it was held. */
export function Held({ position: { title, from, to } }: { position: Entity['positions'][number] }) {
  const years = [from, to].map((date) => date?.slice(0, 4) ?? '');
  return (
    <p class="text" dir="auto">
      {title}
      {(from ?? to) !== null && (
        <>
          {' '}
          <bdi>({years.join('–')})</bdi>
        </>
      )}
    </p>
  );
}

/** The first name in each language. `all`: the others too. */
export function Names({ names, all = false }: { names: Entity['names']; all?: boolean }) {
  const translator = useTranslator();
  return (
    <dl class="names">
      {Object.entries(names).map(([code, [first = '', ...others]]) => (
        <div key={code}>
          <dt>{translator.languageName(code)}</dt>
          <dd>
            <Name code={code} text={first} />
            {all && others.length > 0 && (
              <div class="others">
                <Name code={code} text={others.join(directionOf(code) === 'rtl' ? '، ' : ', ')} />
              </div>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Names are below each other at one edge, each in its own direction. */
function Name({ code, text }: { code: string; text: string }) {
  return (
    <bdi lang={code} dir={directionOf(code)} class="text">
      {text}
    </bdi>
  );
}

/** The number of articles that mention an entity, as a link to them: a search for its names, which are then marked. */
export function MentionedIn({ entity }: { entity: Entity }) {
  const translator = useTranslator();
  return (
    <Link to={{ view: 'search', search: mentionsOf(entity) }}>
      {translator.count(translator.messages.mentionedIn, entity.documents)}
    </Link>
  );
}

interface MentionsProps {
  entity: Named;
  counts: readonly FacetCount[];
}

/** Mentions by month; a period that is chosen leads to the articles in it. */
export function MentionsOverTime({ entity, counts }: MentionsProps) {
  const { messages } = useTranslator();
  if (counts.length === 0) return null;
  return (
    <section>
      <h2>{messages.mentionsOverTime}</h2>
      <Timeline
        counts={counts}
        from=""
        to=""
        label={messages.mentionsOverTime}
        onChoose={(from, to) => go({ view: 'search', search: { ...mentionsOf(entity), from, to } })}
      />
    </section>
  );
}

interface CompanionsProps {
  companions: Entity['together'];
  /** The level below that of the heading around it. */
  heading: 'h2' | 'h3';
}

/** Who is mentioned in the same articles, the most frequent first. */
export function Companions({ companions, heading: Heading }: CompanionsProps) {
  const { messages } = useTranslator();
  if (companions.length === 0) return null;
  return (
    <section>
      <Heading>{messages.appearsWith}</Heading>
      <ul class="chips">
        {companions.map((companion) => (
          <li key={companion.id}>
            <EntityChip entity={companion} count={companion.documents} />
          </li>
        ))}
      </ul>
      {Heading === 'h2' && <TypeLegend entities={companions} />}
    </section>
  );
}

/** How texts write the name, with how often. A spelling is listed once, whichever languages have it. */
export function Spellings({ spellings }: { spellings: Entity['spellings'] }) {
  const translator = useTranslator();
  const merged = mergedSpellings(spellings);
  if (merged.length === 0) return null;
  return (
    <section>
      <h2>{translator.messages.spellings}</h2>
      <ul class="chips">
        {merged.map(({ spelling, languages, mentions }) => (
          <li
            key={spelling}
            class="chip"
            title={translator.list(languages.map((code) => translator.languageName(code)))}
          >
            <bdi lang={languages[0]}>{spelling}</bdi>
            <span class="count">{translator.number(mentions)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Spellings that the card shows. */
const SEEN = 6;

/** The most frequent spellings in articles, on one line. */
export function SeenAs({ spellings }: { spellings: Entity['spellings'] }) {
  const { messages } = useTranslator();
  const merged = mergedSpellings(spellings).slice(0, SEEN);
  if (merged.length < 2) return null;
  return (
    <p class="seen-as">
      {messages.seenAs}{' '}
      {merged.map(({ spelling, languages }) => (
        <bdi key={spelling} lang={languages[0]} class="text">
          {spelling}
        </bdi>
      ))}
    </p>
  );
}
