/** A whole article as it is stored: every passage in its own language and direction, with its entities. */
import { useState } from 'preact/hooks';
import type { Passage } from '../../common/types.ts';
import { articlePath, marksPath } from '../api/paths.ts';
import type { Article, ArticleMark, MarksAnswer } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Link } from '../app/link.tsx';
import { ErrorNotice, errorTitle, Skeleton } from '../app/notices.tsx';
import { useArrival } from '../app/use-arrival.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import { Facts, Truncated } from '../search/hit.tsx';
import { kindsOf, Legend } from '../search/legend.tsx';
import { MarkedWords, numberedWords, WordLegend } from '../search/marked-words.tsx';
import { ArticleAside } from './article-aside.tsx';
import { Cite } from './cite.tsx';
import { FirstLanguage, keptFirstLanguage } from './first-language.tsx';
import { MarkSteps } from './mark-steps.tsx';
import { Runs, tagOf } from './passage.tsx';
import { languagesOf, readingOrder } from './reading-order.ts';
import { beginningIn, stretches } from './segments.ts';

interface ArticleViewProps {
  id: string;
  /** Marked in the text, with its translations if `across`. */
  q: string;
  across: boolean | undefined;
  /** Where to begin, as an offset into the body; undefined is the top. */
  at: number | undefined;
  onBack: () => void;
}

export function ArticleView({ id, q, across, at, onBack }: ArticleViewProps) {
  const { messages, language, dir } = useTranslator();
  const { answer: article, error, retry } = useAnswer<Article>(articlePath(id));
  const marked = useAnswer<MarksAnswer>(q.trim() === '' ? undefined : marksPath(id, q, across));
  const marks = marked.current ? (marked.answer?.marks ?? []) : [];
  const [first, setFirst] = useState(keptFirstLanguage);
  const words = numberedWords(q, marks);
  const heading = useArrival(article?.title ?? (error && errorTitle(error, messages)));

  const passagesOf = (field: Passage['field']): Passage[] =>
    article?.passages.filter((passage) => passage.field === field) ?? [];
  const [inTitle, inBody] = [passagesOf('title'), passagesOf('body')];
  const order = readingOrder(inBody, first);
  const languages = languagesOf(inBody);

  return (
    <div class="article-view" id="results" tabIndex={-1}>
      <button type="button" class="quiet back" onClick={onBack}>
        {messages.back}
      </button>
      {error !== undefined && (
        <ErrorNotice
          error={error}
          stale={article !== undefined}
          heading={article === undefined ? 'h1' : 'h2'}
          onRetry={retry}
        />
      )}
      {article === undefined && error === undefined && <Skeleton />}
      {article !== undefined && (
        <div class="article-columns">
          <MarkedWords.Provider value={words}>
            <article class={`article${words.size > 0 ? ' by-word' : ''}`} dir={article.passages[0]?.dir}>
              <h1 ref={heading} tabIndex={-1} class="text">
                <Passages article={article} marks={marks} field="title" passages={inTitle} />
                <Unread text={article.title} passages={inTitle} />
              </h1>
              <Facts
                publishedAt={article.publishedAt}
                publishedText={article.publishedText}
                source={article.source}
                languages={article.languages}
                authors={article.authors}
              />
              {article.revision > 1 && (
                <p class="changed-note" lang={language} dir={dir}>
                  <Link to={{ view: 'versions', id }}>{messages.versions.changed}</Link>
                </p>
              )}
              <div class="legends" lang={language} dir={dir}>
                <WordLegend />
                <Legend kinds={kindsOf(marks)} />
              </div>
              <Truncated parts={marked.answer?.truncated ?? article.truncated} />
              {languages.length > 1 && (
                <FirstLanguage languages={languages} first={first} onChoose={setFirst} />
              )}
              <MarkSteps marks={marksInOrder(marks, [...order.first, ...order.rest])} at={at} />
              <div class="article-body">
                <Passages article={article} marks={marks} field="body" passages={order.first} />
                {order.rest.length > 0 && (
                  <h2 class="rest" lang={language} dir={dir}>
                    {messages.otherLanguages}
                  </h2>
                )}
                <Passages article={article} marks={marks} field="body" passages={order.rest} />
                <Unread text={article.body} passages={inBody} />
              </div>
              <Keywords article={article} />
              <Original url={article.url} />
              <Cite article={article} />
            </article>
          </MarkedWords.Provider>
          <ArticleAside article={article} q={q} />
        </div>
      )}
    </div>
  );
}

interface PassagesProps {
  article: Article;
  marks: readonly ArticleMark[];
  field: 'title' | 'body';
  passages: readonly Passage[];
}

/** Passages of a field: the title's in the line, the body's as paragraphs. */
function Passages({ article, marks, field, passages }: PassagesProps) {
  const marked = marks.filter((mark) => mark.field === field);
  const mentions = article.mentions.filter((mention) => mention.field === field);
  const whole = article[field];
  return (
    <>
      {passages.map((passage) => {
        const { start, end, dir } = passage;
        const inside = (
          <Text
            text={whole.slice(start, end)}
            start={start}
            marks={beginningIn(marked, start, end)}
            mentions={beginningIn(mentions, start, end)}
          />
        );
        const lang = tagOf(passage.lang);
        return field === 'title' ? (
          <span key={start} lang={lang} dir={dir}>
            {inside}
          </span>
        ) : (
          <p key={start} class="text" lang={lang} dir={dir}>
            {inside}
          </p>
        );
      })}
    </>
  );
}

/** What of a field exceeds the limits of the analysis: it is shown as it is. */
function Unread({ text, passages }: { text: string; passages: readonly Passage[] }) {
  const rest = text.slice(passages.at(-1)?.end ?? 0);
  return rest.trim() === '' ? null : (
    <span dir="auto" class="text unread">
      {rest}
    </span>
  );
}

/** The marks in the order in which they are read: the title's, then those of the passages. */
function marksInOrder(marks: readonly ArticleMark[], passages: readonly Passage[]): ArticleMark[] {
  const inBody = marks.filter(({ field }) => field === 'body');
  return [
    ...marks.filter(({ field }) => field === 'title'),
    ...passages.flatMap(({ start, end }) => beginningIn(inBody, start, end)),
  ];
}

interface TextProps {
  text: string;
  /** Where it begins in the field that marks and mentions count in. */
  start: number;
  marks: readonly ArticleMark[];
  mentions: Article['mentions'];
}

function Text({ text, start, marks, mentions }: TextProps) {
  const parts = stretches(text, start, marks, mentions);
  return (
    <>
      {parts.map(({ mention, runs }, index) =>
        mention === undefined ? (
          <Runs key={index} runs={runs} />
        ) : (
          <span key={mention.start} class={`mention ${mention.type ?? ''}`} data-entity={mention.entity}>
            <Link to={{ view: 'entity', id: mention.entity }}>
              <Runs runs={runs} />
            </Link>
          </span>
        ),
      )}
    </>
  );
}

function Keywords({ article: { keywords } }: { article: Article }) {
  const { messages } = useTranslator();
  if (keywords.length === 0) return null;
  return (
    <dl class="keywords">
      <dt lang={useTranslator().language}>{messages.keywords}</dt>
      {keywords.map((keyword) => (
        <dd key={keyword} dir="auto" class="text">
          {keyword}
        </dd>
      ))}
    </dl>
  );
}

/** A way to the page that the article was read from; other addresses than those of the web are only shown. */
function Original({ url }: { url: string | undefined }) {
  const { messages, language } = useTranslator();
  if (url === undefined) return null;
  return (
    <p class="original" lang={language}>
      {/^https?:\/\//i.test(url) ? (
        <a href={url} rel="noopener noreferrer external nofollow">
          {messages.original}
        </a>
      ) : (
        messages.original
      )}{' '}
      <bdi dir="ltr">{url}</bdi>
    </p>
  );
}
