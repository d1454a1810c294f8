/** Filters with the number of articles behind each value. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { FacetCount } from '../../engines/facets.ts';
import { useTranslator } from '../i18n/translator-context.ts';

/** Values that are shown before "more". */
const SHOWN = 7;

interface FacetProps {
  title: string;
  /** The most frequent values first. */
  counts: readonly FacetCount[];
  chosen: readonly string[];
  nameOf: (value: string) => ComponentChildren;
  onToggle: (value: string) => void;
}

/** One list of values. Chosen ones stay in it, also where they count nothing. */
export function Facet({ title, counts, chosen, nameOf, onToggle }: FacetProps) {
  const translator = useTranslator();
  const [all, setAll] = useState(false);
  const values = valuesOf(counts, chosen);
  if (values.length === 0) return null;
  const shown = all ? values : values.slice(0, Math.max(SHOWN, chosen.length));
  const hidden = values.length - shown.length;
  return (
    <fieldset class="facet">
      <legend>{title}</legend>
      <ul>
        {shown.map((value) => (
          <li key={value}>
            <label>
              <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
              <span class="value">
                <bdi>{nameOf(value)}</bdi>
              </span>
              <span class="count">{translator.number(countOf(counts, value))}</span>
            </label>
          </li>
        ))}
      </ul>
      {(hidden > 0 || all) && values.length > SHOWN && (
        <button type="button" class="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? translator.messages.fewer : translator.count(translator.messages.more, hidden)}
        </button>
      )}
    </fieldset>
  );
}

/** Chosen values first, then by count. */
export function valuesOf(counts: readonly FacetCount[], chosen: readonly string[]): string[] {
  return [...chosen, ...counts.map(({ value }) => value).filter((value) => !chosen.includes(value))];
}

/** How many articles have a value; 0 if it is not among the counts. */
export function countOf(counts: readonly FacetCount[] = [], value: string): number {
  return counts.find((count) => count.value === value)?.count ?? 0;
}
