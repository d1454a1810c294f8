/** A whole article as it is stored: every passage in its own language and direction, with its entities. */
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
import { Runs, tagOf } from './passage.tsx';
import { beginningIn, stretches } from './segments.ts';

interface ArticleViewProps {
  id: string;
  /** Marked in the text, with its translations if `across`. */
  q: string;
  across: boolean | undefined;
  onBack: () => void;
}

export function ArticleView({ id, q, across, onBack }: ArticleViewProps) {
  const { messages, language, dir } = useTranslator();
  const { answer: article, error, retry } = useAnswer<Article>(articlePath(id));
  const marked = useAnswer<MarksAnswer>(q.trim() === '' ? undefined : marksPath(id, q, across));
  const marks = marked.current ? (marked.answer?.marks ?? []) : [];
  const words = numberedWords(q, marks);
  const heading = useArrival(article?.title ?? (error && errorTitle(error, messages)));

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
                <PassagesOf article={article} marks={marks} field="title" />
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
              <WordLegend />
              <Legend kinds={kindsOf(marks)} />
              <Truncated parts={marked.answer?.truncated ?? article.truncated} />
              <div class="article-body">
                <PassagesOf article={article} marks={marks} field="body" />
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
}

/** The passages of a field: the title's in the line, the body's as paragraphs. */
function PassagesOf({ article, marks, field }: PassagesProps) {
  const isOfField = (one: { field: Passage['field'] }): boolean => one.field === field;
  const passages = article.passages.filter(isOfField);
  const marked = marks.filter(isOfField);
  const mentions = article.mentions.filter(isOfField);
  const whole = article[field];
  // What exceeds the limits of the analysis is shown as it is.
  const rest = whole.slice(passages.at(-1)?.end ?? 0);
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
      {rest.trim() !== '' && (
        <span dir="auto" class="text unread">
          {rest}
        </span>
      )}
    </>
  );
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
