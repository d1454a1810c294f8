/** A histogram over time. Drag over it, choose one bar, or move its two handles with the arrow keys. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FacetCount } from '../../engines/facets.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import { type Bar, barsOf, selected } from './timeline.ts';

/** Height of the tallest bar in the drawing's own units. */
const HEIGHT = 100;
/** A month with anything at all is seen. */
const LEAST = 3;
/** The range is taken this long after the last key. */
const KEY_PAUSE_MS = 500;

interface TimelineProps {
  /** Counts by month, `2023-10`. */
  counts: readonly FacetCount[];
  from: string;
  to: string;
  label: string;
  onChoose: (from: string, to: string) => void;
}

export function Timeline({ counts, from, to, label, onChoose }: TimelineProps) {
  const translator = useTranslator();
  const { messages } = translator;
  const area = useRef<HTMLDivElement>(null);
  const anchor = useRef<number | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [draft, setDraft] = useState<[number, number]>();
  const [hovered, setHovered] = useState<number>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const bars = barsOf(counts);
  if (bars.length === 0) return null;
  const mirrored = translator.dir === 'rtl';
  const most = Math.max(...bars.map(({ count }) => count));
  const last = bars.length - 1;
  /** The next answer may have fewer bars while the pointer is over one of them. */
  const there = (index: number): number => Math.min(index, last);
  const range = draft ?? selected(bars, from, to);
  const [first, final] = range === undefined ? [0, last] : [there(range[0]), there(range[1])];

  const indexAt = (event: PointerEvent): number => {
    const { left, width } = area.current!.getBoundingClientRect();
    const share = (event.clientX - left) / width;
    const index = Math.floor((mirrored ? 1 - share : share) * bars.length);
    return Math.min(last, Math.max(0, index));
  };
  const choose = (a: number, b: number): void => {
    setDraft(undefined);
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    onChoose(bars[there(low)]!.from, bars[there(high)]!.to);
  };
  /** A handle was moved by a key: shown at once, taken when the keys rest. */
  const nudge = (handle: 'from' | 'to', index: number): void => {
    const next: [number, number] =
      handle === 'from' ? [Math.min(index, final), final] : [first, Math.max(index, first)];
    setDraft(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => choose(...next), KEY_PAUSE_MS);
  };
  const x = (index: number): number => (mirrored ? last - index : index);
  const spoken = (index: number): string => translator.date(bars[index]!.key);
  const pointed = hovered === undefined ? undefined : there(hovered);
  const shown = pointed ?? (range !== undefined && first === final ? first : undefined);

  return (
    <fieldset class="timeline" aria-label={label}>
      <p class="timeline-caption" aria-live="off">
        {shown !== undefined ? (
          <>
            <bdi>{spoken(shown)}</bdi>: {translator.count(messages.articles, bars[shown]!.count)}
          </>
        ) : (
          <bdi>
            {first === final
              ? spoken(first)
              : translator.text(messages.timeRange, { from: spoken(first), to: spoken(final) })}
          </bdi>
        )}
      </p>
      <div
        ref={area}
        class="timeline-area"
        title={messages.timeHelp}
        onPointerDown={(event) => {
          if (event.button !== 0 || (event.target as HTMLElement).role === 'slider') return;
          area.current!.setPointerCapture(event.pointerId);
          anchor.current = indexAt(event);
          setDraft([anchor.current, anchor.current]);
        }}
        onPointerMove={(event) => {
          const index = indexAt(event);
          setHovered(index);
          if (anchor.current !== undefined)
            setDraft([Math.min(anchor.current, index), Math.max(anchor.current, index)]);
        }}
        onPointerUp={(event) => {
          if (anchor.current === undefined) return;
          const start = anchor.current;
          anchor.current = undefined;
          choose(start, indexAt(event));
        }}
        onPointerCancel={() => {
          anchor.current = undefined;
          setDraft(undefined);
        }}
        onPointerLeave={() => setHovered(undefined)}
      >
        <svg viewBox={`0 0 ${bars.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {bars.map((bar, index) => (
            <Column
              key={bar.key}
              bar={bar}
              x={x(index)}
              most={most}
              inside={index >= first && index <= final}
              hovered={index === hovered}
            />
          ))}
        </svg>
        {(['from', 'to'] as const).map((handle) => {
          const index = handle === 'from' ? first : final;
          return (
            <Handle
              key={handle}
              label={messages[handle]}
              text={spoken(index)}
              value={index}
              last={last}
              mirrored={mirrored}
              share={(handle === 'from' ? index : index + 1) / bars.length}
              onMove={(next) => nudge(handle, next)}
            />
          );
        })}
      </div>
      {(from !== '' || to !== '') && (
        <button type="button" class="quiet" onClick={() => onChoose('', '')}>
          {messages.anyTime}
        </button>
      )}
    </fieldset>
  );
}

interface ColumnProps {
  bar: Bar;
  x: number;
  most: number;
  inside: boolean;
  hovered: boolean;
}

function Column({ bar, x, most, inside, hovered }: ColumnProps) {
  const height = bar.count === 0 ? 0 : LEAST + ((HEIGHT - LEAST) * bar.count) / most;
  const state = `column${inside ? ' inside' : ''}${hovered ? ' hovered' : ''}`;
  return <rect class={state} x={x + 0.1} y={HEIGHT - height} width={0.8} height={height} />;
}

interface HandleProps {
  label: string;
  text: string;
  value: number;
  last: number;
  mirrored: boolean;
  /** Where it stands, from 0 at the beginning of time to 1. */
  share: number;
  onMove: (index: number) => void;
}

function Handle({ label, text, value, last, mirrored, share, onMove }: HandleProps) {
  const ahead = mirrored ? 'ArrowLeft' : 'ArrowRight';
  const back = mirrored ? 'ArrowRight' : 'ArrowLeft';
  return (
    <div
      class="handle"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={value}
      aria-valuetext={text}
      style={{ insetInlineStart: `${share * 100}%` }}
      onKeyDown={(event) => {
        const steps: Record<string, number> = {
          [ahead]: value + 1,
          ArrowUp: value + 1,
          PageUp: value + 12,
          [back]: value - 1,
          ArrowDown: value - 1,
          PageDown: value - 12,
          Home: 0,
          End: last,
        };
        const next = steps[event.key];
        if (next === undefined) return;
        event.preventDefault();
        onMove(Math.min(last, Math.max(0, next)));
      }}
    />
  );
}
