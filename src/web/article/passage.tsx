/** Text of the archive with its marks, by offsets: no HTML is parsed. */
import type { HighlightedPassage, Mark } from '../api/types.ts';
import type { Translator } from '../i18n/translator.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import { useWordNumber } from '../search/marked-words.tsx';
import { type Run, runsOf } from './segments.ts';

/** The language tag of a passage; undefined if the language is unknown. */
export const tagOf = (lang: string): string => (lang === 'und' ? '' : lang);

/** Why a stretch is marked, in the reader's words. */
export function reasonOf({ kind, word }: Pick<Mark, 'kind' | 'word'>, translator: Translator): string {
  return translator.text(translator.messages.reasons[kind], { word });
}

export function Runs({ runs }: { runs: readonly Run<Mark>[] }) {
  const translator = useTranslator();
  const numberOf = useWordNumber();
  return (
    <>
      {runs.map(({ text, mark }, index) =>
        mark === undefined ? (
          text
        ) : (
          <mark
            key={index}
            data-kind={mark.kind}
            data-at={mark.start}
            data-word={numberOf(mark.word)}
            title={reasonOf(mark, translator)}
          >
            {text}
          </mark>
        ),
      )}
    </>
  );
}

/** A highlighted passage, for an element that has its language and direction. */
export function Highlighted({ passage }: { passage: HighlightedPassage }) {
  const { text, start, marks, cutStart, cutEnd } = passage;
  return (
    <>
      {cutStart && '… '}
      <Runs runs={runsOf(text, start, marks)} />
      {cutEnd && ' …'}
    </>
  );
}
