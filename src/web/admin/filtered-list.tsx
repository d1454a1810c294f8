/** The entries of a list, which can be searched in. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useTranslator } from '../i18n/translator-context.ts';
import { Field } from './fields.tsx';
import { useTexts } from './texts-context.ts';

/** A list that can be searched in; of a long one the beginning is shown. */
const SHOWN = 200;

export function FilteredList<T>({
  title,
  entries,
  textOf,
  children,
}: {
  title: string;
  entries: readonly T[];
  textOf: (entry: T) => string;
  children: (entry: T) => ComponentChildren;
}) {
  const translator = useTranslator();
  const texts = useTexts();
  const [sought, setSought] = useState('');
  const fold = (text: string): string => text.toLocaleLowerCase(translator.language);
  const found = entries.filter((entry) => fold(textOf(entry)).includes(fold(sought.trim())));
  return (
    <section>
      <h2>
        {title} ({translator.number(entries.length)})
      </h2>
      {entries.length > 10 && <Field label={texts.find} value={sought} onChange={setSought} />}
      {entries.length === 0 && <p>{texts.none}</p>}
      <ul class="admin-list">
        {found.slice(0, SHOWN).map((entry) => (
          <li key={textOf(entry)}>{children(entry)}</li>
        ))}
      </ul>
      {found.length > SHOWN && <p>… {translator.number(found.length - SHOWN)}</p>}
    </section>
  );
}
