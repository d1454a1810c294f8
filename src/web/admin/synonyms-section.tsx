/** The synonyms of the archive: a form, and the list. */
import { useState } from 'preact/hooks';
import { useTranslator } from '../i18n/translator-context.ts';
import { request, type Synonym, useChange, useLoaded } from './admin-api.ts';
import { Answered, Outcome } from './answered.tsx';
import { Confirm, type Question } from './confirm.tsx';
import { Field, LanguageField } from './fields.tsx';
import { FilteredList } from './filtered-list.tsx';
import type { SectionProps } from './section.ts';
import { useTexts } from './texts-context.ts';

interface Draft {
  words: string;
  oneWay: boolean;
  to: string;
  lang: string;
  /** The one that is edited. */
  id?: string;
}

const spellings = (text: string): string[] =>
  text
    .split(/[,،]/u)
    .map((spelling) => spelling.trim())
    .filter((spelling) => spelling !== '');

/** A synonym as the list and the messages show it. */
function lineOf({ words, to }: Synonym): string {
  const list = (some: readonly string[]): string => some.join(', ');
  return to === undefined ? list(words) : `${list(words)} → ${list(to)}`;
}

export function SynonymsSection({ q, oneWay }: SectionProps) {
  const translator = useTranslator();
  const { language } = translator;
  const texts = useTexts();
  const { synonyms: labels } = texts;
  const loaded = useLoaded<{ synonyms: Synonym[] }>('/api/synonyms');
  const change = useChange(loaded.reload);
  const none: Draft = { words: '', oneWay: false, to: '', lang: '' };
  const [draft, setDraft] = useState<Draft>({ ...none, words: q, oneWay });
  const [question, setQuestion] = useState<Question>();

  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { words, to, lang, id } = draft;
    const synonym = {
      words: spellings(words),
      ...(draft.oneWay && { to: spellings(to) }),
      ...(lang !== '' && { lang }),
    };
    const saved = await change.run(async () => {
      const answer = await request<{ synonyms: Synonym[] }>('POST', '/api/synonyms', language, {
        synonyms: [synonym],
      });
      // One that was not changed is the same entry.
      if (id !== undefined && answer.synonyms[0]?.id !== id)
        await request('DELETE', `/api/synonyms/${id}`, language);
    });
    if (saved) setDraft(none);
  };
  const remove = (synonym: Synonym): void =>
    setQuestion({
      title: translator.text(labels.confirm, { name: lineOf(synonym) }),
      action: texts.remove,
      onYes: () => void change.run(() => request('DELETE', `/api/synonyms/${synonym.id}`, language)),
    });
  return (
    <Answered loaded={loaded}>
      {({ synonyms }) => (
        <>
          <p>{labels.intro}</p>
          <form class="admin-form" onSubmit={save}>
            <Field
              label={draft.oneWay ? texts.searches.query : labels.words}
              help={labels.wordsHelp}
              value={draft.words}
              required
              onChange={(words) => setDraft({ ...draft, words })}
            />
            <label class="check">
              <input
                type="checkbox"
                checked={draft.oneWay}
                onChange={(event) => setDraft({ ...draft, oneWay: event.currentTarget.checked })}
              />
              {labels.oneWay}
            </label>
            {draft.oneWay && (
              <Field
                label={labels.to}
                help={labels.toHelp}
                value={draft.to}
                required
                onChange={(to) => setDraft({ ...draft, to })}
              />
            )}
            <LanguageField
              value={draft.lang}
              all={texts.everyLanguage}
              onChange={(lang) => setDraft({ ...draft, lang })}
            />
            <button type="submit" class="primary">
              {draft.id === undefined ? labels.add : texts.save}
            </button>
            <Outcome change={change} />
          </form>
          <FilteredList
            title={labels.list}
            entries={synonyms}
            textOf={(synonym) => `${lineOf(synonym)}\u200B${synonym.lang ?? ''}`}
          >
            {(synonym) => (
              <>
                <bdi>{lineOf(synonym)}</bdi>
                {synonym.lang !== undefined && <span>{translator.languageName(synonym.lang)}</span>}
                <span class="admin-buttons">
                  <button
                    type="button"
                    aria-label={translator.text(texts.editOf, { name: lineOf(synonym) })}
                    onClick={() => {
                      const { id, words, to, lang = '' } = synonym;
                      setDraft({
                        id,
                        words: words.join(', '),
                        oneWay: to !== undefined,
                        to: (to ?? []).join(', '),
                        lang,
                      });
                    }}
                  >
                    {texts.edit}
                  </button>
                  <button
                    type="button"
                    aria-label={translator.text(texts.removeOf, { name: lineOf(synonym) })}
                    onClick={() => remove(synonym)}
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
