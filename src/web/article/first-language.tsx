/** Which language of an article in several is read first; kept in this browser for the next article that has it. */
import { useTranslator } from '../i18n/translator-context.ts';

const KEY = 'lisan-first-language';

/** BCP 47 code; undefined: as the article has it. */
export function keptFirstLanguage(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(language: string | undefined): void {
  try {
    if (language === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, language);
  } catch {
    // Private windows may refuse to store; the choice then lasts as long as the article.
  }
}

interface FirstLanguageProps {
  /** Languages of the article, two or more. */
  languages: readonly string[];
  first: string | undefined;
  onChoose: (language: string | undefined) => void;
}

export function FirstLanguage({ languages, first, onChoose }: FirstLanguageProps) {
  const translator = useTranslator();
  const { firstLanguage, asPrinted } = translator.messages;
  const shown = first !== undefined && languages.includes(first) ? first : undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      class="first-language chips"
      role="group"
      aria-label={firstLanguage}
      lang={translator.language}
      dir={translator.dir}
    >
      <span class="label" aria-hidden="true">
        {firstLanguage}
      </span>
      {[undefined, ...languages].map((language) => (
        <button
          key={language ?? ''}
          type="button"
          class="chip"
          aria-pressed={language === shown}
          onClick={() => {
            keep(language);
            onChoose(language);
          }}
        >
          {language === undefined ? asPrinted : translator.languageName(language)}
        </button>
      ))}
    </div>
  );
}
