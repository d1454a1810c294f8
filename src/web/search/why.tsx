/** Why a hit was found, and what its score is made of. */
import type { Mark, MarkKind } from '../../answers/passage.ts';
import type { Hit, Score } from '../api/client.ts';
import { useWording } from '../app/context.ts';

interface Reason {
  word: string;
  kind: MarkKind;
  /** Marked texts as they stand, and how often. */
  texts: Map<string, number>;
}

/** What was marked for which word of the query, in the order in which it is first seen. */
function reasonsOf({ highlights: { title, body } }: Hit): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const passage of [title, ...body]) {
    if (passage === null) continue;
    for (const { word, kind, start, end } of passage.marks as readonly Mark[]) {
      const key = `${kind} ${word}`;
      const reason = reasons.get(key) ?? { word, kind, texts: new Map() };
      const text = passage.text.slice(start - passage.start, end - passage.start);
      reason.texts.set(text, (reason.texts.get(text) ?? 0) + 1);
      reasons.set(key, reason);
    }
  }
  return [...reasons.values()];
}

export function Why({ hit }: { hit: Hit }) {
  const wording = useWording();
  const { messages } = wording;
  const reasons = reasonsOf(hit);
  return (
    <details class="why">
      <summary>{messages.why}</summary>
      {reasons.length === 0 && <p>{messages.whyNothing}</p>}
      <ul>
        {reasons.map(({ word, kind, texts }) => (
          <li key={`${kind} ${word}`}>
            {[...texts].map(([text, times], index) => (
              <>
                {index > 0 && ' · '}
                <bdi>
                  <mark data-kind={kind}>{text}</mark>
                </bdi>
                {times > 1 && ` ×${wording.number(times)}`}
              </>
            ))}
            {': '}
            {wording.fill(messages.reasons[kind], { word }).map((part) =>
              typeof part === 'string' ? (
                part
              ) : (
                <q key={part.value}>
                  <bdi>{part.value}</bdi>
                </q>
              ),
            )}
          </li>
        ))}
      </ul>
      {hit.explanation !== undefined && <Parts score={hit.explanation} />}
    </details>
  );
}

function Parts({ score }: { score: Score }) {
  const wording = useWording();
  const { messages } = wording;
  const words = score.clauses.reduce((sum, part) => sum + part, 0);
  const rows: [string, string][] = [
    [messages.scoreWords, wording.number(words)],
    [messages.scoreProximity, `+ ${wording.number(score.proximity)}`],
    [messages.scoreCoverage, `× ${wording.number(score.coverage)}`],
    [messages.scoreFreshness, `× ${wording.number(score.freshness)}`],
    [messages.scoreTotal, `= ${wording.number(score.total)}`],
  ];
  return (
    <dl class="score">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
