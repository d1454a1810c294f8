/** Notices shown while there is no response. */
import type { ComponentChildren } from 'preact';
import { type ApiError, setAccessKey } from '../api/client.ts';
import type { Catalogue, ErrorTopic } from '../i18n/catalogue.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import { NO_SEARCH } from './address.ts';
import { Link } from './link.tsx';
import { useArrival } from './use-arrival.ts';

interface ErrorNoticeProps {
  error: ApiError;
  /** Earlier results are still shown below. */
  stale: boolean;
  /** `h1` where nothing else is in the view. */
  heading?: 'h1' | 'h2';
  onRetry: () => void;
}

/** An error in the reader's language, by its code; the service's own words are among the details. */
export function ErrorNotice({ error, stale, heading: Heading = 'h2', onRetry }: ErrorNoticeProps) {
  const { messages } = useTranslator();
  const { unreachable, status, code, message, remedy } = error;
  const mayPass = status !== 404 && status !== 400 && !error.wantsKey;
  return (
    <div class={`notice ${unreachable ? 'offline' : 'error'}`} role="alert">
      <Heading>{errorTitle(error, messages)}</Heading>
      {unreachable ? (
        <p>
          {messages.offlineText} {stale && messages.stale}
        </p>
      ) : (
        <p>{messages.errors[errorTopicOf(code)]}</p>
      )}
      {error.wantsKey && <KeyForm onRetry={onRetry} />}
      {mayPass && (
        <button type="button" onClick={onRetry}>
          {messages.retry}
        </button>
      )}
      {!unreachable && (
        <details class="error-details">
          <summary>{messages.errorDetails}</summary>
          <p lang="en" dir="ltr">
            {message} {remedy} <code>{code}</code>
          </p>
        </details>
      )}
    </div>
  );
}

/** What went wrong, in a few words. */
export function errorTitle({ unreachable, wantsKey, status }: ApiError, messages: Catalogue): string {
  if (unreachable) return messages.offlineTitle;
  if (wantsKey) return messages.key;
  if (status === 404) return messages.missingTitle;
  return status === 400 ? messages.queryProblem : messages.errorTitle;
}

/** Codes that the page explains by themselves. */
const TOPICS: readonly ErrorTopic[] = [
  'key_missing',
  'key_wrong',
  'key_forbidden',
  'invalid_query',
  'invalid_parameter',
  'document_unknown',
  'document_damaged',
  'entity_unknown',
  'too_many_requests',
  'overloaded',
];

/** The text that explains an error of the service. */
export function errorTopicOf(code: string): ErrorTopic {
  if (code.startsWith('index_')) return 'index';
  if (code.startsWith('engine_') || code === 'reader_lost') return 'engine';
  if (code === 'revision_unknown') return 'document_unknown';
  return TOPICS.find((topic) => topic === code) ?? 'unknown';
}

/** Asks for the key of an archive that is not open to everybody. */
function KeyForm({ onRetry }: { onRetry: () => void }) {
  const { messages } = useTranslator();
  return (
    <form
      class="key"
      onSubmit={(event) => {
        event.preventDefault();
        setAccessKey(String(new FormData(event.currentTarget as HTMLFormElement).get('key') ?? '').trim());
        onRetry();
      }}
    >
      <label>
        {messages.key} <input type="password" name="key" autoComplete="off" required />
      </label>
      <button type="submit">{messages.useKey}</button>
    </form>
  );
}

/** An address that the page does not have. */
export function NoPage() {
  const { messages } = useTranslator();
  const heading = useArrival(messages.noPageTitle);
  return (
    <div class="notice no-page" id="results">
      <h1 ref={heading} tabIndex={-1}>
        {messages.noPageTitle}
      </h1>
      <p>{messages.noPageText}</p>
      <p>
        <Link to={{ view: 'search', search: NO_SEARCH }}>{messages.toSearch}</Link>
      </p>
    </div>
  );
}

export function Empty({ children }: { children?: ComponentChildren }) {
  const { messages } = useTranslator();
  return (
    <div class="notice empty">
      <h2>{messages.emptyTitle}</h2>
      <ul>
        {messages.emptyHints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
      {children}
    </div>
  );
}

/** The outlines of hits that are on their way. */
export function Skeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      {[1, 2, 3, 4].map((line) => (
        <div key={line}>
          <i />
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}
