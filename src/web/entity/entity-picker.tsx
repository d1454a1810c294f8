/** Finds an entity by its name and hands over its id. */
import { useId, useState } from 'preact/hooks';
import { entitiesPath } from '../api/paths.ts';
import type { Named } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import { useTypeName } from './entity-chip.tsx';
import { UnlistedSign } from './unlisted-sign.tsx';

/** Entities that are offered, and letters from which they are looked for. */
const OFFERED = 6;
const FROM = 2;

interface EntityPickerProps {
  label: string;
  /** What the button says. */
  action: string;
  /** The entity that is not offered. */
  without: string;
  onPick: (id: string) => void;
}

export function EntityPicker({ label, action, without, onPick }: EntityPickerProps) {
  const { messages } = useTranslator();
  const typeName = useTypeName();
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState('');
  const group = useId();
  const path = q.trim().length >= FROM ? entitiesPath(q.trim(), OFFERED + 1) : undefined;
  const { answer } = useAnswer<{ entities: Named[] }>(path);
  const offered = (answer?.entities ?? []).filter(({ id }) => id !== without).slice(0, OFFERED);
  return (
    <form
      class="picker"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== '') onPick(chosen);
      }}
    >
      <label>
        {label}
        <input
          type="text"
          dir="auto"
          autoComplete="off"
          placeholder={messages.decide.search}
          value={q}
          onInput={(event) => {
            setQ(event.currentTarget.value);
            setChosen('');
          }}
        />
      </label>
      {offered.length > 0 && (
        <ul>
          {offered.map(({ id, name, type }) => (
            <li key={id}>
              <label>
                <input type="radio" name={group} checked={chosen === id} onChange={() => setChosen(id)} />
                <bdi>{name}</bdi>
                <span class="note">
                  {typeName(type)}
                  <UnlistedSign id={id} />
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <button type="submit" class="primary" disabled={chosen === ''}>
        {action}
      </button>
    </form>
  );
}
