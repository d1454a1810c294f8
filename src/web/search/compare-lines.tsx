/** A comparison over time as lines. The table beside it says the same in numbers. */
import type { CompareAnswer } from '../api/types.ts';
import { useTranslator } from '../i18n/translator-context.ts';

const WIDTH = 600;
const HEIGHT = 160;

interface CompareLinesProps {
  answer: CompareAnswer;
  rows: readonly number[][];
  /** A value as text. */
  written: (value: number) => string;
}

export function CompareLines({ answer, rows, written }: CompareLinesProps) {
  const translator = useTranslator();
  const most = Math.max(...rows.flat(), Number.MIN_VALUE);
  const last = Math.max(1, rows.length - 1);
  const x = (index: number): number => {
    const place = rows.length === 1 ? WIDTH / 2 : (index / last) * WIDTH;
    return translator.dir === 'rtl' ? WIDTH - place : place;
  };
  const y = (value: number): number => HEIGHT - (value / most) * HEIGHT;
  const [first, final] = [answer.values[0]!, answer.values.at(-1)!].map(({ value }) =>
    translator.date(value),
  );
  return (
    <figure class="compare-lines">
      {/* The height of the drawing. */}
      <p class="most" aria-hidden="true">
        {written(most)}
      </p>
      <svg viewBox={`-4 -4 ${WIDTH + 8} ${HEIGHT + 8}`} aria-hidden="true">
        {answer.queries.map(({ query }, series) => (
          <g key={query} class={`series-${series}`}>
            <polyline points={rows.map((row, index) => `${x(index)},${y(row[series]!)}`).join(' ')} />
            {rows.length === 1 && <circle cx={x(0)} cy={y(rows[0]![series]!)} r="3" />}
          </g>
        ))}
      </svg>
      <figcaption>
        <p>
          <bdi>{translator.text(translator.messages.timeRange, { from: first!, to: final! })}</bdi>
        </p>
        <ul class="legend">
          {answer.queries.map(({ query, total }, series) => (
            <li key={query}>
              <svg class={`series-${series}`} viewBox="0 0 30 8" aria-hidden="true">
                <polyline points="0,4 30,4" />
              </svg>
              <bdi>{query}</bdi>: {translator.number(total.value)}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
