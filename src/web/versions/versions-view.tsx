/** The versions of an article: a list of them, and what the chosen one changed. */
import { revisionPath, revisionsPath } from '../api/paths.ts';
import type { Revision, Revisions } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Link } from '../app/link.tsx';
import { ErrorNotice, errorTitle, Skeleton } from '../app/notices.tsx';
import { useArrival } from '../app/use-arrival.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import { Changes } from './changes.tsx';
import { fieldName } from './field-name.ts';

interface VersionsProps {
  id: string;
  /** The version whose changes are shown; the present one if undefined. */
  revision: number | undefined;
}

export function VersionsView({ id, revision }: VersionsProps) {
  const { messages } = useTranslator();
  const texts = messages.versions;
  const { answer: all, error, retry } = useAnswer<Revisions>(revisionsPath(id));
  const shown = revision ?? all?.revisions[0]?.revision;
  const changes = useAnswer<Revision>(shown === undefined ? undefined : revisionPath(id, shown));
  const problem = error ?? changes.error;
  const title = all === undefined ? undefined : texts.title;
  const heading = useArrival(title ?? (problem && errorTitle(problem, messages)));
  return (
    <div class="versions-view" id="results" tabIndex={-1} aria-busy={changes.loading}>
      <p>
        <Link class="tool" to={{ view: 'article', id, q: '' }}>
          {texts.toArticle}
        </Link>
      </p>
      {problem !== undefined && (
        <ErrorNotice
          error={problem}
          stale={false}
          heading={title === undefined ? 'h1' : 'h2'}
          onRetry={error === undefined ? changes.retry : retry}
        />
      )}
      {title !== undefined && (
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
      )}
      {all === undefined && error === undefined && <Skeleton />}
      {all !== undefined && (
        <div class="versions-columns">
          <VersionList id={id} all={all} shown={shown} />
          {changes.current && changes.answer !== undefined && <Changes revision={changes.answer} />}
        </div>
      )}
    </div>
  );
}

function VersionList({ id, all, shown }: { id: string; all: Revisions; shown: number | undefined }) {
  const translator = useTranslator();
  const texts = translator.messages.versions;
  return (
    <nav aria-label={texts.title}>
      <ol class="version-list">
        {all.revisions.map(({ revision, storedAt, title, changed }, index) => (
          <li key={revision}>
            <Link
              to={{ view: 'versions', id, revision }}
              current={revision === shown}
              label={`${texts.version.replace('{n}', translator.number(revision))}, ${translator.time(storedAt)}`}
            >
              {translator.time(storedAt)}
            </Link>{' '}
            {index === 0 && <span class="present">{texts.present}</span>}
            <p class="text" dir="auto">
              {title}
            </p>
            <p class="facts">
              {changed.length === 0
                ? texts.first
                : translator.list([...new Set(changed.map((name) => fieldName(name, texts.fields)))])}
            </p>
          </li>
        ))}
      </ol>
      {all.leftOut > 0 && <p class="note">{translator.count(texts.leftOut, all.leftOut)}</p>}
    </nav>
  );
}
