/** Text of the archive with its marks, by offsets: no HTML is parsed. */
import type { HighlightedPassage, Mark } from '../../answers/passage.ts';
import { useWording } from '../app/context.ts';
import type { Wording } from '../i18n/format.ts';
import { type Run, runsOf } from './segments.ts';

/** The language tag of a passage; none where it is not known, so that nothing wrong is said. */
export const tagOf = (lang: string): string => (lang === 'und' ? '' : lang);

/** Why a stretch is marked, in the reader's words. */
export function reasonOf({ kind, word }: Pick<Mark, 'kind' | 'word'>, wording: Wording): string {
  return wording.say(wording.messages.reasons[kind], { word });
}

export function Runs({ runs }: { runs: readonly Run<Mark>[] }) {
  const wording = useWording();
  return (
    <>
      {runs.map(({ text, mark }, index) =>
        mark === undefined ? (
          text
        ) : (
          <mark key={index} data-kind={mark.kind} title={reasonOf(mark, wording)}>
            {text}
          </mark>
        ),
      )}
    </>
  );
}

/** A highlighted passage, for an element that has its language and direction. */
export function Highlighted({ passage }: { passage: HighlightedPassage }) {
  return <Runs runs={runsOf(passage.text, passage.start, passage.marks)} />;
}
