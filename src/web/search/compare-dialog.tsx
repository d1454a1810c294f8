/** Compares names or words: how often each is found, by month as lines, by language or source, with a table. */
import { useState } from 'preact/hooks';
import { fetchFile, hasAccessKey, saveFile } from '../api/client.ts';
import { comparePath } from '../api/paths.ts';
import type { CompareAnswer, ComparedBy } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Dialog, type SearchDialogProps } from '../app/dialog.tsx';
import { ErrorNotice } from '../app/notices.tsx';
import { useTranslator } from '../i18n/translator-context.ts';
import { CompareLines } from './compare-lines.tsx';
import { sharesOf } from './compare-shares.ts';

const MOST = 5;
const KINDS = ['date', 'lang', 'source'] as const satisfies readonly ComparedBy[];

export function CompareDialog({ search, onClose }: SearchDialogProps) {
  const translator = useTranslator();
  const { messages } = translator;
  const labels = messages.compare;
  /** What was typed, and an empty field after it. */
  const [words, setWords] = useState<readonly string[]>([search.q, '']);
  const [by, setBy] = useState<ComparedBy>('date');
  const [share, setShare] = useState(false);
  const [wanted, setWanted] = useState<readonly string[]>([]);
  const path = wanted.length === 0 ? undefined : comparePath(search, wanted, by);
  const { answer, current, error, retry } = useAnswer<CompareAnswer>(path);
  return (
    <Dialog title={labels.title} onClose={onClose}>
      <form
        class="advanced compare"
        onSubmit={(event) => {
          event.preventDefault();
          setWanted(words.filter((word) => word.trim() !== ''));
        }}
      >
        <p>{labels.intro}</p>
        {words.map((word, index) => (
          <label key={index}>
            {labels.word.replace('{n}', translator.number(index + 1))}
            <input
              type="text"
              dir="auto"
              value={word}
              onInput={(event) => setWords(withFreeField(words.with(index, event.currentTarget.value)))}
            />
          </label>
        ))}
        <label>
          {labels.by}
          <select value={by} onChange={(event) => setBy(event.currentTarget.value as ComparedBy)}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {labels.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={share}
            onChange={(event) => setShare(event.currentTarget.checked)}
          />
          {labels.share}
        </label>
        <button type="submit" class="primary">
          {labels.show}
        </button>
      </form>
      {error !== undefined && <ErrorNotice error={error} stale={false} onRetry={retry} />}
      <div role="status">{current && answer?.values.length === 0 && <p>{labels.none}</p>}</div>
      {current && answer !== undefined && answer.values.length > 0 && (
        <Comparison answer={answer} share={share} csv={comparePath(search, wanted, by, '.csv')} />
      )}
    </Dialog>
  );
}

/** The fields, with an empty one at the end while there may be more. */
const withFreeField = (words: readonly string[]): readonly string[] =>
  words.length < MOST && words.at(-1) !== '' ? [...words, ''] : words;

function Comparison({ answer, share, csv }: { answer: CompareAnswer; share: boolean; csv: string }) {
  const translator = useTranslator();
  const { messages } = translator;
  const rows = sharesOf(answer, share);
  /** A link of the browser sends no key: with one, the page downloads the file itself. */
  const download = async (event: MouseEvent): Promise<void> => {
    if (!hasAccessKey()) return;
    event.preventDefault();
    saveFile(await fetchFile(csv, translator.language), 'compare.csv');
  };
  const shown = (value: string): string => {
    if (answer.by === 'date') return translator.date(value);
    return answer.by === 'lang' ? translator.languageName(value) : value;
  };
  const written = (count: number): string =>
    share ? `${translator.number(count * 100, 1)}\u00A0%` : translator.number(count);
  return (
    <>
      {answer.by === 'date' && <CompareLines answer={answer} rows={rows} written={written} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section class="compare-table" tabIndex={0} aria-label={messages.compare.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{messages.compare.kinds[answer.by]}</th>
              {answer.queries.map(({ query }) => (
                <th key={query} scope="col">
                  <bdi>{query}</bdi>
                </th>
              ))}
              <th scope="col">{messages.compare.all}</th>
            </tr>
          </thead>
          <tbody>
            {answer.values.map(({ value, all }, index) => (
              <tr key={value}>
                <th scope="row">
                  <bdi>{shown(value)}</bdi>
                </th>
                {rows[index]!.map((count, query) => (
                  <td key={answer.queries[query]!.query}>{written(count)}</td>
                ))}
                <td>{translator.number(all)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>
        <a href={csv} download onClick={download}>
          {messages.export.csv}
        </a>
      </p>
    </>
  );
}
