/** Language of the page, appearance, and the keys. */
import { useState } from 'preact/hooks';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../i18n/languages.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import { THEMES } from './page-shell.ts';
import { chooseSlashKey, chooseTheme, currentTheme, slashKey } from './preferences.ts';
import { useMedia } from './use-media.ts';

export function Settings({ onLanguage }: { onLanguage: (language: InterfaceLanguage) => void }) {
  const { messages } = useTranslator();
  const [theme, setTheme] = useState(currentTheme);
  const [slash, setSlash] = useState(slashKey);
  return (
    <div class="settings">
      <Languages onLanguage={onLanguage} />
      <button type="button" class="gear" popovertarget="settings" aria-label={messages.settings}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 6h8m4 0h2M3 14h2m4 0h8" />
          <circle cx="13" cy="6" r="2" />
          <circle cx="7" cy="14" r="2" />
        </svg>
      </button>
      <div id="settings" popover="auto" role="dialog" aria-label={messages.settings}>
        <fieldset>
          <legend>{messages.theme}</legend>
          {THEMES.map((name) => (
            <label key={name}>
              <input
                type="radio"
                name="theme"
                checked={name === theme}
                onChange={() => {
                  chooseTheme(name);
                  setTheme(name);
                }}
              />
              {messages.themes[name]}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{messages.keys}</legend>
          <dl class="keys">
            <dt>
              <kbd>/</kbd>
            </dt>
            <dd>{messages.keyHelp.focus}</dd>
            <dt>
              <kbd>↓</kbd> <kbd>↑</kbd>
            </dt>
            <dd>{messages.keyHelp.move}</dd>
            <dt>
              <kbd>Enter</kbd>
            </dt>
            <dd>{messages.keyHelp.open}</dd>
            <dt>
              <kbd>Esc</kbd>
            </dt>
            <dd>{messages.keyHelp.back}</dd>
          </dl>
          <label>
            <input
              type="checkbox"
              checked={slash}
              onChange={() => {
                chooseSlashKey(!slash);
                setSlash(!slash);
              }}
            />
            {messages.slashKey}
          </label>
        </fieldset>
      </div>
    </div>
  );
}

/** From this width on all languages are in sight; styles/masthead.css has the same. */
const ROOMY = '(min-width: 40rem)';

/** The languages of the page, each by its own name: side by side, or in a list if space is short. */
function Languages({ onLanguage }: { onLanguage: (language: InterfaceLanguage) => void }) {
  const { messages, language } = useTranslator();
  if (!useMedia(ROOMY)) {
    return (
      <select
        class="language-list"
        aria-label={messages.interfaceLanguage}
        value={language}
        onChange={(event) => onLanguage(event.currentTarget.value as InterfaceLanguage)}
      >
        {INTERFACE_LANGUAGES.map(({ code, name, dir }) => (
          <option key={code} value={code} lang={code} dir={dir}>
            {name}
          </option>
        ))}
      </select>
    );
  }
  return (
    <fieldset class="languages">
      <legend class="hidden">{messages.interfaceLanguage}</legend>
      {INTERFACE_LANGUAGES.map(({ code, name, dir }) => (
        <button
          key={code}
          type="button"
          lang={code}
          dir={dir}
          aria-pressed={code === language}
          onClick={() => onLanguage(code)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
