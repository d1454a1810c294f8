/** Follows a search: saved under a name, in a feed reader, or by mail if the service offers it. */
import { useId, useState } from 'preact/hooks';
import { type ApiError, fetchAnswer, fetchFile } from '../api/client.ts';
import { alertSearch, alertsPath, feedPath, newArticlesPath, offerPath } from '../api/paths.ts';
import type { AlertOffer, NewArticles } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { formatAddress, type Search } from '../app/address.ts';
import { Dialog, type SearchDialogProps } from '../app/dialog.tsx';
import { errorTopicOf } from '../app/notices.tsx';
import type { Translator } from '../i18n/translator.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import { activeFilters } from './describe-search.ts';
import { SavedList } from './saved-list.tsx';
import { MAX_SAVED, save } from './saved-searches.ts';

const INTERVALS = [15, 60, 1440, 10080] as const;

export function FollowDialog({ search, onClose }: SearchDialogProps) {
  const { messages } = useTranslator();
  const [saved, setSaved] = useState(0);
  const { answer: offer } = useAnswer<AlertOffer>(offerPath());
  const list = useId();
  return (
    <Dialog title={messages.following.title} onClose={onClose}>
      <SaveForm search={search} onSaved={() => setSaved(saved + 1)} />
      <section class="following" aria-labelledby={list}>
        <h3 id={list}>
          {messages.following.saved} <small>({messages.recentNote})</small>
        </h3>
        <SavedList version={saved} onFollow={onClose} />
      </section>
      {offer?.mail === true && <MailForm search={search} />}
      <p class="following">
        <a href={feedPath(search)} type="application/atom+xml">
          {messages.follow}
        </a>
      </p>
    </Dialog>
  );
}

function nameOf(search: Search, translator: Translator): string {
  const parts = [search.q.trim(), ...activeFilters(search, translator).map(({ name }) => name)];
  return parts.filter((part) => part !== '').join(' · ') || translator.messages.latest;
}

function SaveForm({ search, onSaved }: { search: Search; onSaved: () => void }) {
  const translator = useTranslator();
  const { messages, language } = translator;
  const [name, setName] = useState(() => nameOf(search, translator));
  const [outcome, setOutcome] = useState('');
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const address = formatAddress({ view: 'search', search: { ...search, page: 1 } });
    const now = fetchAnswer<NewArticles>(newArticlesPath(search, ''), language, new AbortController().signal);
    // Saved without an answer, it begins to count with the first look.
    const seen = await now.then((answer) => answer.seen).catch(() => '');
    const done = save({ name, query: address.split('?')[1] ?? '', seen });
    setOutcome(
      done ? messages.following.done : messages.following.full.replace('{n}', translator.number(MAX_SAVED)),
    );
    if (done) onSaved();
  };
  return (
    <form class="advanced" onSubmit={submit}>
      <label>
        {messages.following.name}
        <input
          type="text"
          dir="auto"
          maxLength={100}
          required
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <p>
        <button type="submit" class="primary">
          {messages.following.save}
        </button>
      </p>
      <p role="status">{outcome}</p>
    </form>
  );
}

function MailForm({ search }: { search: Search }) {
  const translator = useTranslator();
  const { messages, language } = translator;
  const labels = messages.following;
  const heading = useId();
  const [address, setAddress] = useState('');
  const [interval, setInterval] = useState(60);
  const [sending, setSending] = useState(false);
  const [sentTo, setSentTo] = useState('');
  const [error, setError] = useState<ApiError>();
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (sending) return;
    setError(undefined);
    setSentTo('');
    setSending(true);
    const target = address.trim();
    const name = nameOf(search, translator).slice(0, 100);
    const wanted = { channel: 'mail', target, search: alertSearch(search), interval, language, name };
    try {
      await fetchFile(alertsPath(), language, { text: JSON.stringify(wanted), type: 'application/json' });
      setSentTo(target);
    } catch (thrown) {
      setError(thrown as ApiError);
    } finally {
      setSending(false);
    }
  };
  const textOf = ({ unreachable, code, message }: ApiError): string => {
    if (unreachable) return messages.offlineTitle;
    const topic = errorTopicOf(code);
    // The service says what is wrong with the address, in the language of the page.
    return topic === 'unknown' ? message : messages.errors[topic];
  };
  return (
    <section class="following" aria-labelledby={heading}>
      <h3 id={heading}>{labels.mail}</h3>
      <form class="advanced" onSubmit={submit}>
        <label>
          {labels.address}
          <input
            type="email"
            dir="ltr"
            autocomplete="email"
            required
            maxLength={254}
            value={address}
            onInput={(event) => setAddress(event.currentTarget.value)}
          />
        </label>
        <label>
          {labels.interval}
          <select value={interval} onChange={(event) => setInterval(Number(event.currentTarget.value))}>
            {INTERVALS.map((minutes) => (
              <option key={minutes} value={minutes}>
                {labels.intervals[minutes]}
              </option>
            ))}
          </select>
        </label>
        <p>
          <button type="submit" class="primary" aria-disabled={sending}>
            {labels.send}
          </button>
        </p>
        <p role="status">{sentTo !== '' && translator.text(labels.sent, { address: sentTo })}</p>
        {error !== undefined && <p role="alert">{textOf(error)}</p>}
      </form>
    </section>
  );
}
