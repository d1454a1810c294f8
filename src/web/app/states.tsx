/** What is shown where there is no answer, or none yet. */
import type { ComponentChildren } from 'preact';
import { type Failure, sendKey } from '../api/client.ts';
import { useWording } from './context.ts';

interface TroubleProps {
  failure: Failure;
  /** Something from before is still shown below. */
  stale: boolean;
  onRetry: () => void;
}

/** A failure in the reader's language, with what the service itself says of it. */
export function Trouble({ failure, stale, onRetry }: TroubleProps) {
  const { messages } = useWording();
  const { unreachable, status, message, remedy } = failure;
  const title = unreachable
    ? messages.offlineTitle
    : status === 404
      ? messages.missingTitle
      : status === 400
        ? messages.queryProblem
        : messages.errorTitle;
  return (
    <div class={`notice ${unreachable ? 'offline' : 'error'}`} role="alert">
      <h2>{title}</h2>
      {unreachable ? (
        <p>
          {messages.offlineText} {stale && messages.stale}
        </p>
      ) : (
        <p lang="en" dir="ltr">
          {message} {remedy}
        </p>
      )}
      {failure.wantsKey && <KeyForm onRetry={onRetry} />}
      {status !== 404 && status !== 400 && !failure.wantsKey && (
        <button type="button" onClick={onRetry}>
          {messages.retry}
        </button>
      )}
    </div>
  );
}

/** Asks for the key of an archive that is not open to everybody. */
function KeyForm({ onRetry }: { onRetry: () => void }) {
  const { messages } = useWording();
  return (
    <form
      class="key"
      onSubmit={(event) => {
        event.preventDefault();
        sendKey(String(new FormData(event.currentTarget as HTMLFormElement).get('key') ?? '').trim());
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

export function Empty({ children }: { children?: ComponentChildren }) {
  const { messages } = useWording();
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
