/** Pinned and hidden articles: a search with its articles, and the list of searches that have some. */
import { useEffect, useState } from 'preact/hooks';
import { useTranslator } from '../i18n/translator-context.ts';
import { type Pins, request, useChange, useLoaded } from './admin-api.ts';
import { Answered, Outcome } from './answered.tsx';
import { ArticleName, ArticlePicker, titleOf } from './article-picker.tsx';
import { Confirm, type Question } from './confirm.tsx';
import { Field, LanguageField } from './fields.tsx';
import { FilteredList } from './filtered-list.tsx';
import type { SectionProps } from './section.ts';
import { useTexts } from './texts-context.ts';

/** Articles of one search, before they are saved. */
interface Draft {
  query: string;
  lang: string;
  pinned: readonly string[];
  hidden: readonly string[];
}

export function PinsSection({ q }: SectionProps) {
  const translator = useTranslator();
  const { language } = translator;
  const texts = useTexts();
  const { pins: labels } = texts;
  const loaded = useLoaded<{ pins: Pins[] }>('/api/pins');
  const change = useChange(loaded.reload);
  const [draft, setDraft] = useState<Draft>({ query: q, lang: '', pinned: [], hidden: [] });
  /** The search whose articles are shown. */
  const [shown, setShown] = useState(q);
  const [question, setQuestion] = useState<Question>();

  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { query, lang, pinned, hidden } = draft;
    const rule = { query, pinned, hidden, ...(lang !== '' && { lang }) };
    await change.run(() => request('POST', '/api/pins', language, { pins: [rule] }));
  };
  /** The articles of a search; what is pinned for it already is edited and not replaced. */
  const show = (query: string): void => {
    setShown(query);
    const same = (text: string): string => text.trim().toLocaleLowerCase().replace(/\s+/gu, ' ');
    const known = loaded.answer?.pins.find(
      (rule) => same(rule.query) === same(query) && (rule.lang ?? '') === draft.lang,
    );
    if (known !== undefined && draft.pinned.length + draft.hidden.length === 0) edit(known);
  };
  const isLoaded = loaded.answer !== undefined;
  useEffect(() => {
    if (isLoaded) show(draft.query);
  }, [isLoaded]);
  const edit = ({ query, lang = '', pinned, hidden }: Pins): void => {
    setDraft({ query, lang, pinned, hidden });
    setShown(query);
  };
  const remove = ({ id, query }: Pins): void =>
    setQuestion({
      title: translator.text(labels.confirm, { name: query }),
      action: texts.remove,
      onYes: () => void change.run(() => request('DELETE', `/api/pins/${id}`, language)),
    });
  /** The article in one of the lists, or in none. */
  const put = (id: string, list?: 'pinned' | 'hidden'): void => {
    const without = (ids: readonly string[]): string[] => ids.filter((each) => each !== id);
    const next = { ...draft, pinned: without(draft.pinned), hidden: without(draft.hidden) };
    setDraft(list === undefined ? next : { ...next, [list]: [...next[list], id] });
  };
  const up = (id: string): void => {
    const at = draft.pinned.indexOf(id);
    setDraft({ ...draft, pinned: draft.pinned.with(at - 1, id).with(at, draft.pinned[at - 1]!) });
  };
  return (
    <Answered loaded={loaded}>
      {({ pins }) => (
        <>
          <p>{labels.intro}</p>
          <form class="admin-form" onSubmit={save}>
            <Field
              label={labels.query}
              value={draft.query}
              required
              onChange={(query) => setDraft({ ...draft, query })}
            />
            <LanguageField
              value={draft.lang}
              all={texts.everyLanguage}
              onChange={(lang) => setDraft({ ...draft, lang })}
            />
            <button type="button" onClick={() => show(draft.query)}>
              {labels.show}
            </button>
            {(['pinned', 'hidden'] as const).map(
              (list) =>
                draft[list].length > 0 && (
                  <fieldset key={list}>
                    <legend>{labels[list]}</legend>
                    <ol class="admin-list">
                      {draft[list].map((id, index) => (
                        <li key={id}>
                          <ArticleName id={id} />
                          <span class="admin-buttons">
                            {list === 'pinned' && index > 0 && (
                              <button
                                type="button"
                                aria-label={translator.text(labels.up, { name: id })}
                                onClick={() => up(id)}
                              >
                                ↑
                              </button>
                            )}
                            <button
                              type="button"
                              aria-label={translator.text(texts.removeOf, { name: id })}
                              onClick={() => put(id)}
                            >
                              {texts.remove}
                            </button>
                          </span>
                        </li>
                      ))}
                    </ol>
                  </fieldset>
                ),
            )}
            <button type="submit" class="primary" disabled={draft.pinned.length + draft.hidden.length === 0}>
              {texts.save}
            </button>
            <Outcome change={change} />
          </form>
          <ArticlePicker q={shown} title={labels.found}>
            {(hit) => (
              <>
                <button
                  type="button"
                  aria-label={translator.text(labels.pinOf, { name: titleOf(hit) })}
                  aria-pressed={draft.pinned.includes(hit.id)}
                  onClick={() => put(hit.id, 'pinned')}
                >
                  {labels.pin}
                </button>
                <button
                  type="button"
                  aria-label={translator.text(labels.hideOf, { name: titleOf(hit) })}
                  aria-pressed={draft.hidden.includes(hit.id)}
                  onClick={() => put(hit.id, 'hidden')}
                >
                  {labels.hide}
                </button>
              </>
            )}
          </ArticlePicker>
          <FilteredList title={labels.list} entries={pins} textOf={({ query, id }) => `${query}\u200B${id}`}>
            {(rule) => (
              <>
                <bdi>{rule.query}</bdi>
                {rule.lang !== undefined && <span>{translator.languageName(rule.lang)}</span>}
                <span>
                  {translator.text(labels.figures, {
                    pinned: translator.number(rule.pinned.length),
                    hidden: translator.number(rule.hidden.length),
                  })}
                </span>
                {rule.missing.length > 0 && (
                  <strong>{translator.text(labels.missing, { ids: rule.missing.join(', ') })}</strong>
                )}
                <span class="admin-buttons">
                  <button
                    type="button"
                    aria-label={translator.text(texts.editOf, { name: rule.query })}
                    onClick={() => edit(rule)}
                  >
                    {texts.edit}
                  </button>
                  <button
                    type="button"
                    aria-label={translator.text(texts.removeOf, { name: rule.query })}
                    onClick={() => remove(rule)}
                  >
                    {texts.remove}
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
