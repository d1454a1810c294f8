/** Everything that narrows a search: time, the values of facets, the words as typed. */

import {
  type FacetKind,
  FIELD_PREFIX,
  facetsWith,
  kindOf,
  LISTED_FACETS,
  nameOfFacet,
} from '../../engines/facets.ts';
import type { SearchAnswer } from '../api/types.ts';
import { filterCount, NO_SEARCH, type Search, toggled } from '../app/address.ts';
import { declaredFacets } from '../app/declared-facets.ts';
import { EntityName } from '../entity/names.tsx';
import { isUnlisted } from '../entity/types.ts';
import { UnlistedSign } from '../entity/unlisted-sign.tsx';
import { useTranslator } from '../i18n/translator-context.ts';
import { AcrossSwitch } from './across.tsx';
import { DateField } from './date-field.tsx';
import { Facet } from './facets.tsx';
import { PERIODS, periodOf } from './periods.ts';
import { Timeline } from './timeline-chart.tsx';

interface FiltersProps {
  search: Search;
  counts: SearchAnswer['facets'];
  /** Hits collapsed into others with nearly the same text. */
  collapsed: number;
  onChange: (change: Partial<Search>) => void;
}

export function Filters({ search, counts, collapsed, onChange }: FiltersProps) {
  const translator = useTranslator();
  const { messages } = translator;
  const declared = declaredFacets();
  const known = facetsWith(declared);
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
        <Days search={search} onChange={onChange} />
      </fieldset>
      {LISTED_FACETS.filter((facet) => known.includes(facet)).map((facet) => (
        <Facet
          key={facet}
          title={
            // A declared field has the name that the operator knows it by.
            facet in messages.facets
              ? messages.facets[facet as keyof typeof messages.facets]
              : nameOfFacet(facet, declared).slice(FIELD_PREFIX.length)
          }
          counts={counts[nameOfFacet(facet, declared)] ?? []}
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
      {(search.listed || (counts.entity ?? []).some(({ value }) => isUnlisted(value))) && (
        <label class="switch">
          <input
            type="checkbox"
            checked={search.listed}
            onChange={() => onChange({ listed: !search.listed })}
          />
          {messages.listedOnly}
        </label>
      )}
      <AcrossSwitch search={search} onChange={onChange} />
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
  const translator = useTranslator();
  if (kind === 'entity')
    return (
      <>
        <EntityName id={value} />
        <UnlistedSign id={value} />
      </>
    );
  return <>{kind === 'language' ? translator.languageName(value) : value}</>;
}

interface DaysProps {
  search: Search;
  onChange: (change: Partial<Search>) => void;
}

/** The period as two days that are typed, and the usual ones to choose. */
function Days({ search: { from, to }, onChange }: DaysProps) {
  const translator = useTranslator();
  const { messages } = translator;
  return (
    <>
      <div class="days">
        <DateField
          label={messages.from}
          value={from}
          end="from"
          onChoose={(day) => onChange({ from: day })}
        />
        <DateField label={messages.to} value={to} end="to" onChoose={(day) => onChange({ to: day })} />
      </div>
      <ul class="chips periods" aria-label={messages.periods.title}>
        {PERIODS.map((period) => {
          const days = periodOf(period, translator.today());
          const on = days.from === from && days.to === to;
          return (
            <li key={period}>
              <button
                type="button"
                class="chip"
                aria-pressed={on}
                onClick={() => onChange(on ? { from: '', to: '' } : periodOf(period, translator.today()))}
              >
                {messages.periods[period]}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
