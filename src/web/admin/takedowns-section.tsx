/** Takedowns: an article is found or named, taken down after a question, and listed with the reason. */
import { useState } from 'preact/hooks';
import { addressOfId } from '../../common/document-address.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import { request, type Takedown, useChange, useLoaded } from './admin-api.ts';
import { Answered, Outcome } from './answered.tsx';
import { ArticlePicker, titleOf } from './article-picker.tsx';
import { Confirm, type Question } from './confirm.tsx';
import { Field } from './fields.tsx';
import { FilteredList } from './filtered-list.tsx';
import type { SectionProps } from './section.ts';
import { useMoment } from './state-section.tsx';
import { useTexts } from './texts-context.ts';

interface Draft {
  id: string;
  /** Of the article, if it was chosen in the list. */
  title: string;
  reason: string;
  copies: boolean;
}

const NONE: Draft = { id: '', title: '', reason: '', copies: false };

export function TakedownsSection({ q }: SectionProps) {
  const translator = useTranslator();
  const { language } = translator;
  const texts = useTexts();
  const { takedowns: labels } = texts;
  const moment = useMoment();
  const loaded = useLoaded<{ takedowns: Takedown[] }>('/api/takedowns');
  const change = useChange(loaded.reload);
  const [draft, setDraft] = useState(NONE);
  const [sought, setSought] = useState(q);
  const [shown, setShown] = useState(q);
  const [question, setQuestion] = useState<Question>();

  const takeDown = (event: Event): void => {
    event.preventDefault();
    const { id, title, reason, copies } = draft;
    const body = { id: id.trim(), reason, copies };
    setQuestion({
      title: translator.text(labels.confirm, { name: title === '' ? id : title }),
      text: labels.consequences,
      action: labels.submit.replace('…', ''),
      onYes: async () => {
        const done = await change.run(() => request('POST', '/api/takedowns', language, body));
        if (!done) return;
        setDraft(NONE);
        setShown('');
      },
    });
  };
  const lift = ({ id }: Takedown): void =>
    setQuestion({
      title: translator.text(labels.liftConfirm, { name: id }),
      action: labels.lift,
      onYes: () => void change.run(() => request('DELETE', `/api/takedowns/${addressOfId(id)}`, language)),
    });
  return (
    <Answered loaded={loaded}>
      {({ takedowns }) => (
        <>
          <p>{labels.intro}</p>
          <form
            class="admin-form"
            onSubmit={(event) => {
              event.preventDefault();
              setShown(sought);
            }}
          >
            <Field label={texts.pins.query} value={sought} onChange={setSought} />
            <button type="submit">{texts.pins.show}</button>
          </form>
          <ArticlePicker q={shown} title={texts.pins.found}>
            {(hit) => (
              <button
                type="button"
                aria-label={translator.text(labels.chooseOf, { name: titleOf(hit) })}
                aria-pressed={draft.id === hit.id}
                onClick={() => setDraft({ ...draft, id: hit.id, title: titleOf(hit) })}
              >
                {labels.choose}
              </button>
            )}
          </ArticlePicker>
          <form class="admin-form" onSubmit={takeDown}>
            <Field
              label={labels.id}
              value={draft.id}
              required
              onChange={(id) => setDraft({ ...draft, id, title: '' })}
            />
            <Field
              label={labels.reason}
              value={draft.reason}
              required
              onChange={(reason) => setDraft({ ...draft, reason })}
            />
            <label class="check">
              <input
                type="checkbox"
                checked={draft.copies}
                onChange={(event) => setDraft({ ...draft, copies: event.currentTarget.checked })}
              />
              {labels.copies}
            </label>
            <button type="submit" class="primary">
              {labels.submit}
            </button>
            <Outcome change={change} />
          </form>
          <FilteredList
            title={labels.list}
            entries={takedowns}
            textOf={({ id, reason }) => `${id}\u200B${reason}`}
          >
            {(takedown) => (
              <>
                <bdi>{takedown.id}</bdi>
                <bdi>{takedown.reason}</bdi>
                <span>{moment(takedown.madeAt)}</span>
                <span class="admin-buttons">
                  <button
                    type="button"
                    aria-label={translator.text(labels.liftOf, { name: takedown.id })}
                    onClick={() => lift(takedown)}
                  >
                    {labels.lift}
                  </button>
                </span>
              </>
            )}
          </FilteredList>
          {question !== undefined && <Confirm question={question} onClose={() => setQuestion(undefined)} />}
        </>
      )}
    </Answered>
  );
}
