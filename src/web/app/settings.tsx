/** Language of the page, appearance, and the keys. */
import { useState } from 'preact/hooks';
import { useWording } from './context.ts';
import { INTERFACE_LANGUAGES, type InterfaceLanguage, THEMES } from './interface.ts';
import { chooseSlashKey, chooseTheme, currentTheme, slashKey } from './preferences.ts';

/** Each language in its own words. */
const OWN_NAMES: Readonly<Record<InterfaceLanguage, string>> = {
  ar: 'العربية',
  tr: 'Türkçe',
  en: 'English',
  ru: 'Русский',
};

export function Settings({ onLanguage }: { onLanguage: (language: InterfaceLanguage) => void }) {
  const { messages, language } = useWording();
  const [theme, setTheme] = useState(currentTheme);
  const [slash, setSlash] = useState(slashKey);
  return (
    <div class="settings">
      <fieldset class="languages">
        <legend class="hidden">{messages.interfaceLanguage}</legend>
        {INTERFACE_LANGUAGES.map((code) => (
          <button
            key={code}
            type="button"
            lang={code}
            aria-pressed={code === language}
            onClick={() => onLanguage(code)}
          >
            {OWN_NAMES[code]}
          </button>
        ))}
      </fieldset>
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
