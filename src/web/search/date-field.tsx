/** A date field in the language and digits of the page; a month or year means its first or last day. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { parseTypedDate } from '../i18n/date-input.ts';
import { useTranslator } from '../i18n/translator-context.ts';

/** Shows the order of day, month and year. */
const EXAMPLE = '2024-12-31';

interface DateFieldProps {
  label: string;
  /** `2023-10-31`; empty for none. */
  value: string;
  /** Which day a month or year means. */
  end: 'from' | 'to';
  onChoose: (day: string) => void;
}

export function DateField({ label, value, end, onChoose }: DateFieldProps) {
  const translator = useTranslator();
  const { language, messages } = translator;
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const problem = useId();
  const written = value === '' ? '' : translator.date(value);
  useEffect(() => {
    if (input.current !== null) input.current.value = written;
    setWrong(false);
  }, [written]);
  const take = (): void => {
    const typed = input.current?.value.trim() ?? '';
    const span = parseTypedDate(typed, language);
    setWrong(typed !== '' && span === undefined);
    if (typed === '') {
      if (value !== '') onChoose('');
    } else if (span !== undefined) {
      const day = span[end];
      if (day === value) input.current!.value = written;
      else onChoose(day);
    }
  };
  return (
    <label class="date-field">
      {label}
      <input
        ref={input}
        type="text"
        inputMode="text"
        autoComplete="off"
        spellcheck={false}
        dir={translator.dir}
        placeholder={translator.shortDate(EXAMPLE)}
        defaultValue={written}
        aria-invalid={wrong}
        aria-describedby={wrong ? problem : undefined}
        onChange={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
      {wrong && (
        <span id={problem} role="alert" class="problem">
          {translator.text(messages.dateProblem, { example: translator.date(EXAMPLE) })}
        </span>
      )}
    </label>
  );
}
