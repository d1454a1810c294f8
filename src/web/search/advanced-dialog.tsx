/** The query language and the filters as a form. */
import { useState } from 'preact/hooks';
import { searchPath } from '../api/paths.ts';
import type { SearchAnswer } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { NO_SEARCH } from '../app/address.ts';
import { Dialog, type SearchDialogProps } from '../app/dialog.tsx';
import { go } from '../app/navigation.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import { type AdvancedFields, NO_FIELDS, plainWords, queryOf } from './advanced-query.ts';
import { DateField } from './date-field.tsx';
import { remember } from './recent-searches.ts';

const TEXTS = ['all', 'phrase', 'any', 'none'] as const;
/** Languages and sources of the whole archive. */
const VALUES = searchPath(NO_SEARCH, ['lang', 'source'], 0);

export function AdvancedDialog({ search, onClose }: SearchDialogProps) {
  const translator = useTranslator();
  const { messages } = translator;
  const labels = messages.advanced;
  const { answer } = useAnswer<SearchAnswer>(VALUES);
  const [fields, setFields] = useState<AdvancedFields>({ ...NO_FIELDS, all: plainWords(search.q) ?? '' });
  const [days, setDays] = useState({ from: search.from, to: search.to });
  const [language, setLanguage] = useState(search.chosen.lang[0] ?? '');
  const [source, setSource] = useState(search.chosen.source[0] ?? '');
  const submit = (): void => {
    const q = queryOf(fields);
    const chosen = {
      ...NO_SEARCH.chosen,
      lang: language === '' ? [] : [language],
      source: source === '' ? [] : [source],
    };
    onClose();
    remember(q);
    go({ view: 'search', search: { ...NO_SEARCH, q, chosen, ...days } });
  };
  return (
    <Dialog title={labels.title} onClose={onClose}>
      <form
        class="advanced"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {TEXTS.map((name) => (
          <label key={name}>
            {labels[name]}
            <input
              type="text"
              name={name}
              dir="auto"
              autoComplete="off"
              spellcheck={false}
              value={fields[name]}
              onInput={(event) => setFields({ ...fields, [name]: event.currentTarget.value })}
            />
          </label>
        ))}
        <label>
          {labels.where}
          <select
            value={fields.where}
            onChange={(event) =>
              setFields({ ...fields, where: event.currentTarget.value as AdvancedFields['where'] })
            }
          >
            <option value="anywhere">{labels.anywhere}</option>
            <option value="title">{labels.inTitle}</option>
          </select>
        </label>
        <div class="days">
          <DateField
            label={messages.from}
            value={days.from}
            end="from"
            onChoose={(from) => setDays({ ...days, from })}
          />
          <DateField
            label={messages.to}
            value={days.to}
            end="to"
            onChoose={(to) => setDays({ ...days, to })}
          />
        </div>
        <label>
          {messages.facets.lang}
          <select value={language} onChange={(event) => setLanguage(event.currentTarget.value)}>
            <option value="">{labels.anyLanguage}</option>
            {(answer?.facets.lang ?? []).map(({ value }) => (
              <option key={value} value={value}>
                {translator.languageName(value)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {messages.facets.source}
          <select value={source} onChange={(event) => setSource(event.currentTarget.value)}>
            <option value="">{labels.anySource}</option>
            {(answer?.facets.source ?? []).map(({ value }) => (
              <option key={value} value={value}>
                {value}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="primary">
          {labels.submit}
        </button>
      </form>
    </Dialog>
  );
}
