/** The search box with its suggestions: a combobox as the ARIA patterns describe it, searching while one types. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { suggestPath } from '../api/paths.ts';
import type { Suggestion } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { BOX, moveFocus } from '../app/keyboard.ts';
import { UnlistedSign } from '../entity/unlisted-sign.tsx';
import { useTranslator } from '../i18n/translator-context.ts';
import { recentSearches } from './recent-searches.ts';

/** The query is sent after this long without a key: most people type a letter in less. */
const PAUSE_MS = 250;
/** Longest query that the service takes, in UTF-16 code units. */
const MAX_LENGTH = 512;

interface SearchBoxProps {
  q: string;
  /** `committed`: not half typed. */
  onSearch: (q: string, committed: boolean) => void;
  /** Nothing is searched for yet: the box takes the focus. */
  fresh: boolean;
}

interface Option {
  text: string;
  lang?: string;
  dir?: 'rtl' | 'ltr';
  suggestion?: Suggestion;
}

export function SearchBox({ q, onSearch, fresh }: SearchBoxProps) {
  const translator = useTranslator();
  const { messages } = translator;
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** The last query set from here; a different one in the URL came from elsewhere. */
  const sent = useRef<string | undefined>(undefined);
  const [typed, setTyped] = useState(q);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useId();
  const hint = useId();

  useEffect(() => {
    if (q === sent.current) return;
    sent.current = q;
    setTyped(q);
    setOpen(false);
    if (input.current !== null) input.current.value = q;
  }, [q]);
  useEffect(() => {
    if (fresh && matchMedia('(hover: hover)').matches) input.current?.focus({ preventScroll: true });
    return () => clearTimeout(timer.current);
  }, []);

  const word = typed.trim();
  const { answer } = useAnswer<{ query: string; suggestions: Suggestion[] }>(
    open && word !== '' ? suggestPath(typed) : undefined,
  );
  const options: Option[] =
    word === ''
      ? recentSearches().map((text) => ({ text }))
      : (answer?.suggestions ?? []).map((suggestion) => ({ ...suggestion, suggestion }));
  const shown = open && options.length > 0;
  const current = shown ? options[active] : undefined;

  const send = (text: string, committed: boolean): void => {
    clearTimeout(timer.current);
    const query = text.trim();
    sent.current = query;
    onSearch(query, committed);
  };
  const commit = (text: string): void => {
    if (input.current !== null) input.current.value = text;
    setTyped(text);
    setOpen(false);
    setActive(-1);
    send(text, true);
  };
  const onInput = (event: InputEvent): void => {
    // Also while a composition is under way: phone keyboards compose every word. The text itself is only read.
    const { value } = event.currentTarget as HTMLInputElement;
    setActive(-1);
    setOpen(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setTyped(value);
      if (value.trim() !== sent.current) send(value, false);
    }, PAUSE_MS);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Keys of an input method belong to it.
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      if (shown && active < options.length - 1) setActive(active + 1);
      else if (!open && word === '' && options.length > 0) setOpen(true);
      else {
        setOpen(false);
        setActive(-1);
        moveFocus(1);
      }
    } else if (event.key === 'ArrowUp' && shown) {
      event.preventDefault();
      setActive(active === -1 ? options.length - 1 : active - 1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (shown) setOpen(false);
      else if (typed !== '') commit('');
      setActive(-1);
    }
  };

  return (
    <search class="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          commit(current?.text ?? input.current?.value ?? '');
        }}
      >
        <label for={BOX} class="hidden">
          {messages.search}
        </label>
        <div class="box">
          <svg viewBox="0 0 20 20" aria-hidden="true" class="glass">
            <circle cx="8.5" cy="8.5" r="5.5" />
            <path d="m13 13 5 5" />
          </svg>
          <input
            ref={input}
            id={BOX}
            type="text"
            inputMode="search"
            enterKeyHint="search"
            dir="auto"
            maxLength={MAX_LENGTH}
            autoComplete="off"
            autoCapitalize="none"
            spellcheck={false}
            placeholder="Lavrov · لافروف · Лавров"
            defaultValue={q}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={shown}
            aria-controls={list}
            aria-activedescendant={current === undefined ? undefined : `${list}-${active}`}
            aria-describedby={fresh ? hint : undefined}
            onInput={onInput}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
          />
          {typed !== '' && (
            <button
              type="button"
              class="clear"
              aria-label={messages.clear}
              onClick={() => {
                commit('');
                input.current?.focus();
              }}
            >
              <svg viewBox="0 0 20 20" aria-hidden="true">
                <path d="m5 5 10 10M15 5 5 15" />
              </svg>
            </button>
          )}
        </div>
        <div
          id={list}
          role="listbox"
          class="suggestions"
          hidden={!shown}
          aria-label={word === '' ? messages.recent : messages.suggestions}
        >
          {shown &&
            options.map((option, index) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the box keeps the focus and names the active option
              // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the keys
              <div
                key={`${option.suggestion?.entity?.id ?? ''} ${option.text}`}
                id={`${list}-${index}`}
                role="option"
                aria-selected={index === active}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => commit(option.text)}
              >
                <bdi lang={option.lang} dir={option.dir}>
                  {option.text}
                </bdi>
                <Note suggestion={option.suggestion} />
              </div>
            ))}
        </div>
      </form>
      {fresh && (
        <p id={hint} class="hint">
          {messages.searchHint}
        </p>
      )}
    </search>
  );
}

/** The note next to a suggestion: the type of an entity, and its number of articles. */
function Note({ suggestion }: { suggestion: Suggestion | undefined }) {
  const translator = useTranslator();
  if (suggestion === undefined) return null;
  const { entity, text, documents } = suggestion;
  const type = entity && translator.messages.types[entity.type as keyof typeof translator.messages.types];
  return (
    <span class="note">
      {entity !== undefined && entity.name !== text && <bdi>{entity.name}</bdi>}
      {type !== undefined && (
        <span>
          {type}
          <UnlistedSign id={entity?.id ?? ''} />
        </span>
      )}
      <span>{translator.count(translator.messages.articles, documents)}</span>
    </span>
  );
}
