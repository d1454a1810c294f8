/** What several of the pages are made of: fields, outcomes, questions before something is destroyed, the key. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { type ApiError, setAccessKey } from '../api/client.ts';
import { Dialog } from '../app/dialog.tsx';
import { INTERFACE_LANGUAGES } from '../i18n/languages.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import type { Change, Loaded } from './admin-api.ts';
import { useTexts } from './texts-context.ts';

interface FieldProps {
  label: string;
  help?: string;
  value: string;
  required?: boolean;
  dir?: 'auto' | 'ltr';
  onChange: (value: string) => void;
}

export function Field({ label, help, value, required = false, dir = 'auto', onChange }: FieldProps) {
  const described = useId();
  return (
    <label>
      {label}
      <input
        type="text"
        dir={dir}
        value={value}
        required={required}
        autoComplete="off"
        spellcheck={false}
        aria-describedby={help === undefined ? undefined : described}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {help !== undefined && <small id={described}>{help}</small>}
    </label>
  );
}

interface LanguageProps {
  value: string;
  /** The first entry, which stands for no language; there is none without it. */
  all?: string;
  onChange: (code: string) => void;
}

export function LanguageField({ value, all, onChange }: LanguageProps) {
  const translator = useTranslator();
  const texts = useTexts();
  return (
    <label>
      {texts.language}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {all !== undefined && <option value="">{all}</option>}
        {INTERFACE_LANGUAGES.map(({ code }) => (
          <option key={code} value={code}>
            {translator.languageName(code)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What the service says to an error, in the reader's language as far as it has it there. */
function Failure({ error }: { error: ApiError }) {
  const { messages } = useTranslator();
  const texts = useTexts();
  return (
    <div class="notice error" role="alert">
      <h2>{error.unreachable ? messages.offlineTitle : texts.failed}</h2>
      {!error.unreachable && (
        <p dir="auto">
          {error.message} {error.remedy}
        </p>
      )}
    </div>
  );
}

/** How a change went. */
export function Outcome({ change: { state } }: { change: Change }) {
  const texts = useTexts();
  return (
    <>
      <p role="status">{state === 'running' ? texts.loading : state === 'done' ? texts.done : ''}</p>
      {typeof state === 'object' && <Failure error={state} />}
    </>
  );
}

/** What was asked for, once it is there; until then why it is not. */
export function Answered<T>({
  loaded: { answer, error, reload },
  children,
}: {
  loaded: Loaded<T>;
  children: (answer: T) => ComponentChildren;
}) {
  const { messages } = useTranslator();
  const texts = useTexts();
  if (error?.code === 'key_unset') return <p role="alert">{texts.keyUnset}</p>;
  if (error !== undefined && (error.wantsKey || error.code === 'key_forbidden'))
    return <KeyForm error={error} onKey={reload} />;
  if (error !== undefined)
    return (
      <>
        <Failure error={error} />
        <button type="button" onClick={reload}>
          {messages.retry}
        </button>
      </>
    );
  return answer === undefined ? <p role="status">{texts.loading}</p> : children(answer);
}

function KeyForm({ error, onKey }: { error: ApiError; onKey: () => void }) {
  const { messages } = useTranslator();
  const texts = useTexts();
  const [key, setKey] = useState('');
  return (
    <form
      class="admin-form"
      onSubmit={(event) => {
        event.preventDefault();
        setAccessKey(key.trim());
        onKey();
      }}
    >
      <h2>{texts.keyTitle}</h2>
      <p>{texts.keyText}</p>
      {error.code === 'key_wrong' && <p role="alert">{messages.errors.key_wrong}</p>}
      {error.code === 'key_forbidden' && (
        <p role="alert" dir="auto">
          {error.message}
        </p>
      )}
      <label>
        {texts.keyLabel}
        <input
          type="password"
          autoComplete="off"
          required
          value={key}
          onInput={(event) => setKey(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="primary">
        {texts.keyUse}
      </button>
    </form>
  );
}

/** A question before something is destroyed. */
export interface Question {
  title: string;
  text?: string;
  /** What the button says that does it. */
  action: string;
  onYes: () => void;
}

export function Confirm({ question, onClose }: { question: Question; onClose: () => void }) {
  const texts = useTexts();
  return (
    <Dialog title={question.title} onClose={onClose}>
      {question.text !== undefined && <p>{question.text}</p>}
      <p class="admin-buttons">
        <button
          type="button"
          class="primary"
          onClick={() => {
            onClose();
            question.onYes();
          }}
        >
          {question.action}
        </button>
        <button type="button" onClick={onClose}>
          {texts.cancel}
        </button>
      </p>
    </Dialog>
  );
}

/** A list that can be searched in; of a long one the beginning is shown. */
const SHOWN = 200;

export function FilteredList<T>({
  title,
  entries,
  textOf,
  children,
}: {
  title: string;
  entries: readonly T[];
  textOf: (entry: T) => string;
  children: (entry: T) => ComponentChildren;
}) {
  const translator = useTranslator();
  const texts = useTexts();
  const [sought, setSought] = useState('');
  const fold = (text: string): string => text.toLocaleLowerCase(translator.language);
  const found = entries.filter((entry) => fold(textOf(entry)).includes(fold(sought.trim())));
  return (
    <section>
      <h2>
        {title} ({translator.number(entries.length)})
      </h2>
      {entries.length > 10 && <Field label={texts.find} value={sought} onChange={setSought} />}
      {entries.length === 0 && <p>{texts.none}</p>}
      <ul class="admin-list">
        {found.slice(0, SHOWN).map((entry) => (
          <li key={textOf(entry)}>{children(entry)}</li>
        ))}
      </ul>
      {found.length > SHOWN && <p>… {translator.number(found.length - SHOWN)}</p>}
    </section>
  );
}
