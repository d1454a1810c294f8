/** Everything that narrows a search: time, the values of facets, the words as typed. */

import { type FacetKind, kindOf, LISTED_FACETS } from '../../engines/facets.ts';
import type { Answer } from '../api/client.ts';
import { filterCount, NO_SEARCH, type Search, toggled } from '../app/address.ts';
import { useWording } from '../app/context.ts';
import { EntityName } from '../entity/names.tsx';
import { Facet } from './facets.tsx';
import { Timeline } from './timeline-chart.tsx';

interface FiltersProps {
  search: Search;
  counts: Answer['facets'];
  /** Hits that stand behind others with nearly the same text. */
  collapsed: number;
  onChange: (change: Partial<Search>) => void;
}

export function Filters({ search, counts, collapsed, onChange }: FiltersProps) {
  const wording = useWording();
  const { messages } = wording;
  return (
    <div class="filters">
      <fieldset class="facet">
        <legend>{messages.time}</legend>
        <Timeline
          counts={counts.date ?? []}
          from={search.from}
          to={search.to}
          label={messages.time}
          onChoose={(from, to) => onChange({ from, to })}
        />
        <div class="days">
          <Day label={messages.from} value={search.from} onChoose={(from) => onChange({ from })} />
          <Day label={messages.to} value={search.to} onChoose={(to) => onChange({ to })} />
        </div>
      </fieldset>
      {LISTED_FACETS.map((facet) => (
        <Facet
          key={facet}
          title={messages.facets[facet]}
          counts={counts[facet] ?? []}
          chosen={search.chosen[facet]}
          nameOf={(value) => <ValueName kind={kindOf(facet)} value={value} />}
          onToggle={(value) =>
            onChange({ chosen: { ...search.chosen, [facet]: toggled(search.chosen[facet], value) } })
          }
        />
      ))}
      <label class="switch">
        <input type="checkbox" checked={search.exact} onChange={() => onChange({ exact: !search.exact })} />
        {messages.exactOnly}
      </label>
      {(collapsed > 0 || search.copies) && (
        <label class="switch">
          <input
            type="checkbox"
            checked={search.copies}
            onChange={() => onChange({ copies: !search.copies })}
          />
          {messages.showCopies}
        </label>
      )}
      {filterCount(search) > 0 && (
        <button
          type="button"
          class="quiet"
          onClick={() => onChange({ ...NO_SEARCH, q: search.q, sort: search.sort })}
        >
          {messages.clearFilters}
        </button>
      )}
    </div>
  );
}

/** The value of a facet as people read it. */
function ValueName({ kind, value }: { kind: FacetKind; value: string }) {
  const wording = useWording();
  if (kind === 'entity') return <EntityName id={value} />;
  return <>{kind === 'language' ? wording.languageName(value) : value}</>;
}

interface DayProps {
  label: string;
  value: string;
  onChoose: (day: string) => void;
}

function Day({ label, value, onChoose }: DayProps) {
  return (
    <label>
      {label}
      <input
        type="date"
        value={value}
        max="9999-12-31"
        onChange={(event) => onChoose(event.currentTarget.value)}
      />
    </label>
  );
}
