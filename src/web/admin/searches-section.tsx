/** What readers search for: searches without a result, frequent and slow ones, each with what can be done for it. */
import { type AdminSection, NO_SEARCH } from '../app/address.ts';
import { Link } from '../app/link.tsx';
import { useTranslator } from '../i18n/translator-context.ts';
import { type QueryCount, type Report, useLoaded } from './admin-api.ts';
import { Answered } from './answered.tsx';
import { useTexts } from './texts-context.ts';

export function SearchesSection() {
  const translator = useTranslator();
  const { searches: labels } = useTexts();
  const loaded = useLoaded<Report>('/api/report');
  const times = ({ times: n }: QueryCount): string => translator.number(n);
  return (
    <Answered loaded={loaded}>
      {({ days, kept, searches, empty, withoutHits, frequent, slow }) => (
        <>
          <p>{translator.text(labels.intro, { days: translator.number(days) })}</p>
          {!kept && <p>{labels.redacted}</p>}
          <p>
            {translator.text(labels.sums, {
              searches: translator.number(searches),
              empty: translator.number(empty),
            })}
          </p>
          <Queries
            title={labels.withoutHits}
            queries={withoutHits}
            head={labels.times}
            figure={({ empty: n }) => translator.number(n)}
          />
          <Queries title={labels.frequent} queries={frequent} head={labels.times} figure={times} />
          <Queries
            title={labels.slow}
            queries={slow}
            head={labels.slowest}
            figure={({ slowest }) =>
              translator.text(labels.milliseconds, { n: translator.number(slowest, 0) })
            }
          />
        </>
      )}
    </Answered>
  );
}

interface QueriesProps {
  title: string;
  queries: readonly QueryCount[];
  head: string;
  figure: (query: QueryCount) => string;
}

function Queries({ title, queries, head, figure }: QueriesProps) {
  const { searches: labels, none, actions } = useTexts();
  return (
    <section>
      <h2>{title}</h2>
      {queries.length === 0 ? (
        <p>{none}</p>
      ) : (
        <table class="admin-table">
          <thead>
            <tr>
              <th scope="col">{labels.query}</th>
              <th scope="col">{head}</th>
              <th scope="col">{actions}</th>
            </tr>
          </thead>
          <tbody>
            {queries.map((query) => (
              <tr key={query.query}>
                <th scope="row">
                  <Link to={{ view: 'search', search: { ...NO_SEARCH, q: query.query } }}>
                    <bdi>{query.query}</bdi>
                  </Link>
                </th>
                <td>{figure(query)}</td>
                <td>
                  <Actions q={query.query} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Actions({ q }: { q: string }) {
  const { searches: labels } = useTexts();
  const actions: [string, AdminSection, boolean][] = [
    [labels.addSynonym, 'synonyms', false],
    [labels.redirect, 'synonyms', true],
    [labels.addName, 'names', false],
    [labels.pin, 'pins', false],
  ];
  return (
    <ul class="admin-actions">
      {actions.map(([label, section, oneWay]) => (
        <li key={label}>
          <Link to={{ view: 'admin', section, q, oneWay }} label={`${label}: ${q}`}>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
