/** Words in other languages: the switch for translations, where they found articles, and what marked words mean. */
import type { HighlightedPassage, SearchAnswer } from '../api/types.ts';
import { acrossByDefault } from '../app/across-setting.ts';
import { type Search, toggled } from '../app/address.ts';
import { useTranslator } from '../i18n/translator-context.ts';

interface ChangeProps {
  search: Search;
  onChange: (change: Partial<Search>) => void;
}

export function AcrossSwitch({ search, onChange }: ChangeProps) {
  const { messages } = useTranslator();
  const on = search.across ?? acrossByDefault();
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={on}
        // What the service is set to is not said in the address.
        onChange={() => onChange({ across: on === acrossByDefault() ? !on : undefined })}
      />
      {messages.across}
    </label>
  );
}

/** The languages of the translations in which there are articles, each to choose. */
export function AlsoIn({ search, answer, onChange }: ChangeProps & { answer: SearchAnswer }) {
  const translator = useTranslator();
  const counts = (answer.facets.lang ?? []).filter(({ value }) => answer.across?.includes(value));
  if (counts.length === 0 || search.chosen.lang.length > 0) return null;
  const { lang } = search.chosen;
  return (
    <p class="also-in">
      {translator
        .parts(translator.messages.alsoIn, {
          languages: counts.map(({ value, count }) => (
            <button
              key={value}
              type="button"
              class="quiet"
              onClick={() => onChange({ chosen: { ...search.chosen, lang: toggled(lang, value) } })}
            >
              <bdi lang={value}>{ownName(value)}</bdi> ({translator.number(count)})
            </button>
          )),
        })
        .map((part) => (typeof part === 'string' ? part : part.value))}
    </p>
  );
}

/** The name of a language in itself, as its readers look for it. */
const ownName = (code: string): string =>
  new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;

/** What marked words in another language are in the reader's, each once: زلزال = deprem. */
export function Glosses({ passages }: { passages: readonly HighlightedPassage[] }) {
  const { language, dir } = useTranslator();
  const glosses = new Map<string, { text: string; gloss: string; lang: string }>();
  for (const { text, start, lang, marks } of passages) {
    for (const mark of marks) {
      const marked = text.slice(mark.start - start, mark.end - start);
      if (mark.gloss !== undefined) glosses.set(marked, { text: marked, gloss: mark.gloss, lang });
    }
  }
  if (glosses.size === 0) return null;
  return (
    <p class="glosses" lang={language} dir={dir}>
      {[...glosses.values()].map(({ text, gloss, lang }) => (
        <span key={text}>
          <bdi lang={lang}>{text}</bdi> = <bdi>{gloss}</bdi>
        </span>
      ))}
    </p>
  );
}
