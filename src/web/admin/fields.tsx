/** Fields of the forms: a text, a language. */
import { useId } from 'preact/hooks';
import { INTERFACE_LANGUAGES } from '../i18n/languages.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import { useTexts } from './texts-context.ts';

interface FieldProps {
  label: string;
  help?: string;
  value: string;
  required?: boolean;
  dir?: 'auto' | 'ltr';
  onChange: (value: string) => void;
}

export function Field({ label, help, value, required = false, dir = 'auto', onChange }: FieldProps) {
  const described = useId();
  return (
    <label>
      {label}
      <input
        type="text"
        dir={dir}
        value={value}
        required={required}
        autoComplete="off"
        spellcheck={false}
        aria-describedby={help === undefined ? undefined : described}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {help !== undefined && <small id={described}>{help}</small>}
    </label>
  );
}

interface LanguageProps {
  value: string;
  /** The first entry, which stands for no language; there is none without it. */
  all?: string;
  onChange: (code: string) => void;
}

export function LanguageField({ value, all, onChange }: LanguageProps) {
  const translator = useTranslator();
  const texts = useTexts();
  return (
    <label>
      {texts.language}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {all !== undefined && <option value="">{all}</option>}
        {INTERFACE_LANGUAGES.map(({ code }) => (
          <option key={code} value={code}>
            {translator.languageName(code)}
          </option>
        ))}
      </select>
    </label>
  );
}
