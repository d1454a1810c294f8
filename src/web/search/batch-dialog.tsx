/** Searches for a list of names or queries; the hits are a table to download. */
import { useId, useState } from 'preact/hooks';
import { type ApiError, fetchFile, saveFile } from '../api/client.ts';
import { batchPath, MAX_BATCH_QUERIES } from '../api/paths.ts';
import { Dialog, type SearchDialogProps } from '../app/dialog.tsx';
import { errorTopicOf } from '../app/notices.tsx';
import { useTranslator } from '../i18n/translator-context.ts';

export function BatchDialog({ search, onClose }: SearchDialogProps) {
  const translator = useTranslator();
  const { messages, language } = translator;
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<ApiError>();
  const [queries, file] = [useId(), useId()];
  const download = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (running) return;
    setError(undefined);
    setRunning(true);
    try {
      const type = 'text/plain; charset=utf-8';
      saveFile(await fetchFile(batchPath(search), language, { text, type }), 'hits.csv');
    } catch (thrown) {
      setError(thrown as ApiError);
    } finally {
      setRunning(false);
    }
  };
  const read = async (event: Event): Promise<void> => {
    const [chosen] = (event.currentTarget as HTMLInputElement).files ?? [];
    if (chosen === undefined) return;
    setName(chosen.name);
    setText(await chosen.text());
  };
  const textOf = ({ unreachable, code, message }: ApiError): string => {
    if (unreachable) return messages.offlineTitle;
    // The service says what is wrong with the list, in the language of the page.
    return code === 'invalid_batch' ? message : messages.errors[errorTopicOf(code)];
  };
  return (
    <Dialog title={messages.batch.title} onClose={onClose}>
      <form class="advanced batch" onSubmit={download}>
        <p>{messages.batch.intro.replace('{n}', translator.number(MAX_BATCH_QUERIES))}</p>
        <label for={queries}>{messages.batch.queries}</label>
        <textarea
          id={queries}
          rows={8}
          dir="auto"
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        {/* The browser's own button speaks its language, not that of the page. */}
        <p class="file">
          <input
            id={file}
            class="hidden"
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            onChange={read}
          />
          <label for={file}>{messages.batch.file}</label> <bdi>{name}</bdi>
        </p>
        <p>
          <button type="submit" class="primary" disabled={text.trim() === ''} aria-disabled={running}>
            {messages.batch.download}
          </button>
        </p>
        <p role="status">{running && messages.batch.running}</p>
        {error !== undefined && <p role="alert">{textOf(error)}</p>}
      </form>
    </Dialog>
  );
}
