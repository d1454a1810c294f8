/** Says what a search did with a query that it could not take, or answer, as it was typed. */
import type { Notice, RelaxationKind, SearchAnswer } from '../api/types.ts';
import type { Search } from '../app/address.ts';
import { Link } from '../app/link.tsx';
import { useTranslator } from '../i18n/translator-context.ts';

interface RelaxedNoticeProps {
  search: Search;
  answer: SearchAnswer;
}

/** What hits need not have because few articles match all of the query, with a link that insists on it. */
export function RelaxedNotice({ search, answer: { relaxed } }: RelaxedNoticeProps) {
  const { messages } = useTranslator();
  const again = (strict: boolean) => ({ view: 'search', search: { ...search, strict, page: 1 } }) as const;
  if (search.strict) {
    return (
      <p class="notice relaxed">
        {messages.strictOnly} <Link to={again(false)}>{messages.strictOff}</Link>
      </p>
    );
  }
  if (!relaxed) return null;
  const { why, dropped } = relaxed;
  const kinds = [...new Set([why, ...dropped.map(({ kind }) => kind)])];
  const textOf = (wanted: RelaxationKind): string =>
    dropped
      .filter(({ kind }) => kind === wanted)
      .map(({ text }) => text)
      .join(' · ');
  return (
    <div class="notice relaxed">
      {kinds.map((kind) => (
        <p key={kind}>
          <WithText message={messages.relaxed[kind]} text={textOf(kind)} />
        </p>
      ))}
      <p>
        <Link to={again(true)} stop="insist">
          {messages.relaxed.insist}
        </Link>
      </p>
    </div>
  );
}

/** Parts of the query that were not taken as typed. */
export function QueryNotices({ notices }: { notices: readonly Notice[] }) {
  const { messages } = useTranslator();
  if (notices.length === 0) return null;
  return (
    <ul class="notice query-notices">
      {notices.map(({ code, text }) => (
        <li key={`${code} ${text}`}>
          <WithText message={messages.notices[code]} text={text} />
        </li>
      ))}
    </ul>
  );
}

/** A message about a part of the query, which keeps its own direction. */
function WithText({ message, text }: { message: string; text: string }) {
  const translator = useTranslator();
  return (
    <>
      {translator.parts(message, { text }).map((part) =>
        typeof part === 'string' ? (
          part
        ) : (
          <bdi key="text" class="dropped">
            {part.value}
          </bdi>
        ),
      )}
    </>
  );
}

interface MissingWordsProps {
  missing: readonly string[];
  similar: readonly string[];
}

/** Words that an article of a relaxed search lacks, struck through, and those of which it has similar ones only. */
export function MissingWords({ missing, similar }: MissingWordsProps) {
  const { messages, language, dir } = useTranslator();
  if (missing.length === 0 && similar.length === 0) return null;
  return (
    <p class="missing" lang={language} dir={dir}>
      {missing.length > 0 && (
        <span>
          {messages.missing}{' '}
          {missing.map((word) => (
            <s key={word}>
              <bdi>{word}</bdi>
            </s>
          ))}
        </span>
      )}
      {similar.length > 0 && (
        <span>
          {messages.similarOnly}{' '}
          {similar.map((word) => (
            <bdi key={word}>{word}</bdi>
          ))}
        </span>
      )}
    </p>
  );
}
