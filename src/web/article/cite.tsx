/** An article as a reference, and its link, to copy. */
import { useState } from 'preact/hooks';
import { fetchFile, hasAccessKey, saveFile } from '../api/client.ts';
import { citationPath } from '../api/paths.ts';
import type { Article } from '../api/types.ts';
import { formatAddress } from '../app/address.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import { citation } from './citation.ts';

type Copied = 'text' | 'link';

export function Cite({ article }: { article: Article }) {
  const translator = useTranslator();
  const { messages, language, dir } = translator;
  const [copied, setCopied] = useState<Copied>();
  const link = location.origin + formatAddress({ view: 'article', id: article.id, q: '' });
  const text = citation(article, link, translator);
  const copy = async (what: Copied): Promise<void> => {
    // Not there on pages without TLS; the text can be selected.
    await navigator.clipboard?.writeText(what === 'text' ? text : link);
    setCopied(what);
  };
  const button = (what: Copied, label: string) => (
    <button type="button" class="quiet" onClick={() => copy(what)}>
      {copied === what ? messages.cite.copied : label}
    </button>
  );
  /** A link of the browser sends no key: with one, the page downloads the file itself. */
  const download = async (event: MouseEvent, format: 'ris' | 'bibtex'): Promise<void> => {
    if (!hasAccessKey()) return;
    event.preventDefault();
    const file = await fetchFile(citationPath(article.id, format), language);
    saveFile(file, format === 'ris' ? 'article.ris' : 'article.bib');
  };
  return (
    <details class="menu cite" lang={language} dir={dir}>
      <summary>{messages.cite.title}</summary>
      {/* In the direction of the page, in whose words it is; its parts are isolated. */}
      <p class="text">{text}</p>
      <p class="cite-buttons" role="status">
        {button('text', messages.cite.copyText)} {button('link', messages.cite.copyLink)}
      </p>
      <p class="cite-buttons">
        {(['ris', 'bibtex'] as const).map((format) => (
          <a
            key={format}
            href={citationPath(article.id, format)}
            download
            onClick={(event) => download(event, format)}
          >
            {format === 'ris' ? 'RIS' : 'BibTeX'}
          </a>
        ))}
      </p>
    </details>
  );
}
