/** Goes through the marked words of an article, one with each press, in the order in which they are read. */
import { useEffect, useState } from 'preact/hooks';
import type { ArticleMark } from '../api/types.ts';
import { useTranslator } from '../i18n/translator-context.ts';

interface MarkStepsProps {
  /** In the order in which they are read. */
  marks: readonly ArticleMark[];
  /** Offset into the body: the first mark there or after it is gone to when the marks have come. */
  at: number | undefined;
}

const elementOf = ({ field, start }: ArticleMark): HTMLElement | null =>
  document.querySelector(`${field === 'title' ? '.article h1' : '.article-body'} mark[data-at="${start}"]`);

export function MarkSteps({ marks, at }: MarkStepsProps) {
  const translator = useTranslator();
  const { messages } = translator;
  const [shown, setShown] = useState<number>();
  const count = marks.length;
  const show = (index: number): HTMLElement | null => {
    for (const before of document.querySelectorAll('.article mark.shown')) before.classList.remove('shown');
    const place = elementOf(marks[index]!);
    place?.classList.add('shown');
    place?.scrollIntoView({ block: 'center' });
    setShown(index);
    return place;
  };
  useEffect(() => {
    if (at === undefined || count === 0) return;
    const index = marks.findIndex(({ field, start }) => field === 'body' && start >= at);
    const place = index === -1 ? null : show(index);
    // A reader without a screen goes on from there.
    place?.setAttribute('tabindex', '-1');
    place?.focus({ preventScroll: true });
  }, [at, count]);
  if (count < 2) return null;
  const step = (by: number): void => {
    if (shown === undefined) show(by > 0 ? 0 : count - 1);
    else show((shown + by + count) % count);
  };
  const position = (index: number): string =>
    translator.fill(messages.mentionPosition, {
      n: translator.number(index + 1),
      total: translator.number(count),
    });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      class="mark-steps"
      role="group"
      aria-label={messages.legend}
      lang={translator.language}
      dir={translator.dir}
    >
      <button type="button" aria-label={messages.previousMark} onClick={() => step(-1)}>
        <span aria-hidden="true">↑</span>
      </button>
      <button type="button" aria-label={messages.nextMark} onClick={() => step(1)}>
        <span aria-hidden="true">↓</span>
      </button>
      <span role="status">
        {shown === undefined ? translator.count(messages.marks, count) : position(shown)}
      </span>
    </div>
  );
}
