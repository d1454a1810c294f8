/** What one can take away from a search: a feed to follow, the articles as a file. */
import { useState } from 'preact/hooks';
import { type ApiError, fetchFile, hasAccessKey, saveFile } from '../api/client.ts';
import { EXPORT_FORMATS, type ExportFormat, exportPath, feedPath, MAX_EXPORTED } from '../api/paths.ts';
import type { Search } from '../app/address.ts';
import { errorTopicOf } from '../app/notices.tsx';
import { useTranslator } from '../i18n/translator-context.ts';

export function TakeAway({ search }: { search: Search }) {
  const translator = useTranslator();
  const { messages } = translator;
  const [error, setError] = useState<ApiError>();
  /** A link of the browser sends no key: with one, the page downloads the file itself. */
  const download = async (event: MouseEvent, format: ExportFormat): Promise<void> => {
    setError(undefined);
    if (!hasAccessKey()) return;
    event.preventDefault();
    try {
      saveFile(await fetchFile(exportPath(search, format), translator.language), `search.${format}`);
    } catch (thrown) {
      setError(thrown as ApiError);
    }
  };
  return (
    <div class="take-away">
      <details class="menu">
        <summary>{messages.export.title}</summary>
        <ul>
          {EXPORT_FORMATS.map((format) => (
            <li key={format}>
              <a
                href={exportPath(search, format)}
                {...(format === 'html' ? { target: '_blank', rel: 'noopener' } : { download: true })}
                onClick={(event) => download(event, format)}
              >
                {messages.export[format]}
              </a>
            </li>
          ))}
        </ul>
        <p>{messages.export.limit.replace('{n}', translator.number(MAX_EXPORTED))}</p>
        {error !== undefined && (
          <p role="alert">
            {error.unreachable ? messages.offlineTitle : messages.errors[errorTopicOf(error.code)]}
          </p>
        )}
      </details>
      <p class="follow">
        <a href={feedPath(search)} type="application/atom+xml">
          {messages.follow}
        </a>
      </p>
    </div>
  );
}
