/** What was asked for or changed: the answer, the error in the reader's language, or the question for the key. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type ApiError, setAccessKey } from '../api/client.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import type { Change, Loaded } from './admin-api.ts';
import { useTexts } from './texts-context.ts';

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
