/** Why a hit was found, and what its score is made of; in the direction of the interface, whatever the hit's is. */
import type { Explanation, Hit, MarkKind } from '../api/types.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import { useWordNumber } from './marked-words.tsx';
import { DEMOTION_DIGITS, shownScore } from './score-parts.ts';

interface Reason {
  word: string;
  kind: MarkKind;
  /** Marked texts as they are written, and how often. */
  texts: Map<string, number>;
}

/** What was marked for which word of the query, in the order in which it is first seen. */
function reasonsOf({ highlights: { title, body } }: Hit): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const passage of [title, ...body]) {
    if (passage === null) continue;
    for (const { word, kind, start, end } of passage.marks) {
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
  const translator = useTranslator();
  const { messages, language, dir } = translator;
  const reasons = reasonsOf(hit);
  const numberOf = useWordNumber();
  return (
    <details class="why" lang={language} dir={dir}>
      <summary>{messages.why}</summary>
      {reasons.length === 0 && <p>{hit.pinned ? messages.pinned : messages.whyNothing}</p>}
      <ul>
        {reasons.map(({ word, kind, texts }) => (
          <li key={`${kind} ${word}`}>
            {[...texts].map(([text, times], index) => (
              <span key={text}>
                {index > 0 && ' · '}
                <bdi>
                  <mark data-kind={kind} data-word={numberOf(word)}>
                    {text}
                  </mark>
                </bdi>
                {times > 1 && ` ×${translator.number(times)}`}
              </span>
            ))}
            {': '}
            {translator.parts(messages.reasons[kind], { word }).map((part) =>
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

/** The sum and product that make a score; every part is shown, so that it can be checked. */
function Parts({ score }: { score: Explanation }) {
  const translator = useTranslator();
  const { messages } = translator;
  const { words, proximity, density, sum, coverage, freshness, brevity, demotion, total } = shownScore(score);
  const number = (value: number): string => translator.number(value);
  if (score.meaning !== undefined)
    return (
      <ScoreRows
        rows={[
          [messages.scoreMeaning, number(score.meaning)],
          [messages.scoreTotal, number(score.total)],
        ]}
      />
    );
  const rows: Row[] = [
    [messages.scoreWords, number(words)],
    [messages.scoreProximity, `+ ${number(proximity)}`],
    [messages.scoreDensity, `+ ${number(density)}`],
    [messages.scoreSum, `= ${number(sum)}`],
    [messages.scoreCoverage, `× ${number(coverage)}`],
    [messages.scoreFreshness, `× ${number(freshness)}`],
    [messages.scoreBrevity, `× ${number(brevity)}`],
    ...(demotion === 1
      ? []
      : [[messages.scoreDemotion, `× ${translator.number(demotion, DEMOTION_DIGITS)}`] as Row]),
    [messages.scoreTotal, `= ${number(total)}`],
  ];
  return <ScoreRows rows={rows} />;
}

type Row = [name: string, value: string];

function ScoreRows({ rows }: { rows: readonly Row[] }) {
  return (
    <dl class="score">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi dir="ltr">{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
