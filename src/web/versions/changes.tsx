/** What a version changed: text that went is struck through, text that came is underlined, each in a colour of its own. */
import { useState } from 'preact/hooks';
import type { Difference, Revision } from '../api/types.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import { fieldName } from './field-name.ts';
import { isChanged, paragraphsOf } from './paragraphs.ts';

export function Changes({
  revision: { revision, comparedWith, title, body, fields },
}: {
  revision: Revision;
}) {
  const translator = useTranslator();
  const texts = translator.messages.versions;
  const [only, setOnly] = useState(false);
  const paragraphs = paragraphsOf(body.parts);
  const first = comparedWith === null;
  const shown = only && !first ? paragraphs.filter(isChanged) : paragraphs;
  const partsOf = (parts: readonly Difference[]): readonly Difference[] =>
    first ? parts.map(({ text }) => ({ kind: 'same', text })) : parts;
  return (
    <section class="changes" aria-label={texts.version.replace('{n}', translator.number(revision))}>
      {!first && (
        <>
          <p class="legend">
            <del>{texts.removed}</del> <ins>{texts.added}</ins>
          </p>
          <label>
            <input
              type="checkbox"
              checked={only}
              onChange={(event) => setOnly(event.currentTarget.checked)}
            />{' '}
            {texts.onlyChanges}
          </label>
          {body.unit !== 'word' && <p class="note">{texts.coarse}</p>}
        </>
      )}
      <h2 class="text" dir="auto">
        <Parts parts={partsOf(title.parts)} />
      </h2>
      {shown.map((parts, index) => (
        <p key={index} class="text" dir="auto">
          <Parts parts={partsOf(parts)} />
        </p>
      ))}
      {fields.length > 0 && (
        <dl class="changed-fields">
          {fields.map(({ name, before, after }) => (
            <div key={name}>
              <dt>{fieldName(name, texts.fields)}</dt>
              <dd>
                {before !== null && <del dir="auto">{before}</del>}{' '}
                {after !== null && <ins dir="auto">{after}</ins>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function Parts({ parts }: { parts: readonly Difference[] }) {
  return (
    <>
      {parts.map(({ kind, text }, index) =>
        kind === 'same' ? (
          text
        ) : kind === 'removed' ? (
          <del key={index}>{text}</del>
        ) : (
          <ins key={index}>{text}</ins>
        ),
      )}
    </>
  );
}
