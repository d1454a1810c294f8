/** Names in a column, joined by lines. The table says the same in words and numbers, so the lines are hidden from readers of screens. */
import { useState } from 'preact/hooks';
import type { TogetherAnswer } from '../api/types.ts';
import { mentioning, type Search } from '../app/address.ts';
import { go } from '../app/navigation.ts';
import { EntityChip } from '../entity/entity-chip.tsx';
import { useTranslator } from '../i18n/translator-context.ts';
import { arcsOf, REACH, ROW, THICKEST } from './arcs.ts';

/** Lines that are drawn, of the pairs with most articles: more are a tangle. */
export const MOST_LINES = 30;

export function TogetherGraph({
  answer: { nodes, edges },
  search,
}: {
  answer: TogetherAnswer;
  search: Search;
}) {
  const translator = useTranslator();
  const { messages } = translator;
  /** The name that the mouse or the focus is on: its lines stand out. */
  const [shown, setShown] = useState<string>();
  const named = new Map(nodes.map(({ id, name }) => [id, name]));
  const arcs = arcsOf([...named.keys()], edges.slice(0, MOST_LINES));
  const textOf = ({ a, b, documents }: (typeof edges)[number]): string =>
    `${translator.text(messages.together.and, { a: named.get(a)!, b: named.get(b)! })}: ${translator.count(messages.articles, documents)}`;
  return (
    <figure class="together-graph">
      <ol>
        {nodes.map((node) => (
          <li
            key={node.id}
            onMouseEnter={() => setShown(node.id)}
            onMouseLeave={() => setShown(undefined)}
            onFocusCapture={() => setShown(node.id)}
            onBlurCapture={() => setShown(undefined)}
          >
            <EntityChip entity={node} count={node.documents} />
          </li>
        ))}
      </ol>
      <svg
        class="lines"
        viewBox={`0 0 ${REACH + THICKEST} ${nodes.length * ROW}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {arcs.map(({ pair, path, width, rare }) => {
          const open = (): void => go({ view: 'search', search: mentioning(search, [pair.a, pair.b]) });
          const away = shown !== undefined && shown !== pair.a && shown !== pair.b;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the table has the same links
            <path
              key={`${pair.a} ${pair.b}`}
              d={path}
              stroke-width={width}
              class={`${rare ? 'rare' : ''}${away ? ' away' : ''}`}
              onClick={open}
            >
              <title>{textOf(pair)}</title>
            </path>
          );
        })}
      </svg>
      {arcs.some(({ rare }) => rare) && (
        <figcaption class="legend">
          <svg viewBox="0 0 30 8" aria-hidden="true">
            <path class="rare" d="M0 4H30" stroke-width="2" />
          </svg>
          {messages.together.rare}
        </figcaption>
      )}
    </figure>
  );
}
