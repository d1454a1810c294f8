/** Says what a search gave up because no article matches all of the query, and lets one insist on it. */
import type { Relaxation } from '../api/types.ts';
import type { Search } from '../app/address.ts';
import { Link } from '../app/link.tsx';
import type { Catalogue } from '../i18n/catalogue.ts';
import { useTranslator } from '../i18n/translator-context.ts';

interface RelaxedNoticeProps {
  search: Search;
  relaxed: Relaxation | null | undefined;
}

export function RelaxedNotice({ search, relaxed }: RelaxedNoticeProps) {
  const translator = useTranslator();
  const { messages } = translator;
  const again = (strict: boolean) => ({ view: 'search', search: { ...search, strict, page: 1 } }) as const;
  if (search.strict) {
    return (
      <p class="notice relaxed">
        {messages.strictOnly} <Link to={again(false)}>{messages.strictOff}</Link>
      </p>
    );
  }
  if (!relaxed) return null;
  const text = relaxed.dropped.map((dropped) => dropped.text).join(' · ');
  return (
    <p class="notice relaxed">
      {translator.parts(messages.relaxed[topicOf(relaxed)], { text }).map((part) =>
        typeof part === 'string' ? (
          part
        ) : (
          <bdi key="text" class="dropped">
            {part.value}
          </bdi>
        ),
      )}{' '}
      <Link to={again(true)} stop="insist">
        {messages.relaxed.insist}
      </Link>
    </p>
  );
}

const TOPICS = ['phrase', 'field', 'words', 'spelling'] as const;

/** The text for the first thing that was given up. */
function topicOf({ why, dropped }: Relaxation): Exclude<keyof Catalogue['relaxed'], 'insist'> {
  const kind = dropped[0]?.kind ?? why;
  return TOPICS.find((topic) => kind.startsWith(topic.slice(0, 4))) ?? 'other';
}

/** Words that an article of a relaxed search lacks, struck through. */
export function MissingWords({ words }: { words: readonly string[] | undefined }) {
  const { messages, language, dir } = useTranslator();
  if (words === undefined || words.length === 0) return null;
  return (
    <p class="missing" lang={language} dir={dir}>
      {messages.missing}{' '}
      {words.map((word) => (
        <s key={word}>
          <bdi>{word}</bdi>
        </s>
      ))}
    </p>
  );
}
