/** The archive's own entities and names: a form for one of them, and the list. */
import { useState } from 'preact/hooks';
import { ENTITY_TYPES, type EntityType } from '../entity/types.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import { type OwnEntity, request, useChange, useLoaded } from './admin-api.ts';
import { Answered, Outcome } from './answered.tsx';
import { Confirm, type Question } from './confirm.tsx';
import { Field, LanguageField } from './fields.tsx';
import { FilteredList } from './filtered-list.tsx';
import {
  draftOf,
  type EntityDraft,
  emptyDraft,
  emptyRow,
  idOf,
  lineOf,
  type NameRow,
  typeOf,
} from './own-entity.ts';
import type { SectionProps } from './section.ts';
import { useTexts } from './texts-context.ts';

interface Found {
  entities: { id: string; name: string; type: string }[];
}

export function NamesSection({ q }: SectionProps) {
  const translator = useTranslator();
  const { language, messages } = translator;
  const texts = useTexts();
  const { names: labels } = texts;
  const loaded = useLoaded<{ total: number; entities: OwnEntity[] }>('/api/own-entities?limit=500');
  const change = useChange(loaded.reload);
  const [draft, setDraft] = useState(emptyDraft(language, q));
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const [question, setQuestion] = useState<Question>();

  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const saved = await change.run(async () => {
      const answer = await request<{ warnings: string[] }>('POST', '/api/own-entities', language, {
        entities: [lineOf(draft)],
      });
      setWarnings(answer.warnings);
    });
    if (saved) setDraft(emptyDraft(language));
  };
  const remove = ({ id }: OwnEntity): void =>
    setQuestion({
      title: translator.text(labels.confirm, { name: id }),
      action: texts.remove,
      onYes: () => void change.run(() => request('DELETE', `/api/own-entities/${id}`, language)),
    });
  return (
    <Answered loaded={loaded}>
      {({ entities }) => (
        <>
          <p>{labels.intro}</p>
          <p>{labels.restart}</p>
          <Known
            q={q}
            onChoose={({ id, type }) => {
              const line = entities.find((entity) => entity.id === id);
              const known = line === undefined ? { ...emptyDraft(language), id, fixed: true } : draftOf(line);
              const row = emptyRow(language, q);
              const rows = line === undefined ? [row] : [...known.rows, row];
              setDraft({ ...known, type: typeOf(type), rows });
            }}
          />
          <form class="admin-form" onSubmit={save}>
            <EntityFields draft={draft} onChange={setDraft} />
            <button type="submit" class="primary">
              {texts.save}
            </button>
            <Outcome change={change} />
            {warnings.length > 0 && (
              <p>
                {labels.warnings}:{' '}
                <span lang="en" dir="ltr">
                  {warnings.join('; ')}
                </span>
              </p>
            )}
          </form>
          <FilteredList title={labels.list} entries={entities} textOf={(entity) => JSON.stringify(entity)}>
            {(entity) => (
              <>
                <bdi>{entity.id}</bdi>
                <span>{messages.types[typeOf(entity.type)]}</span>
                <bdi>
                  {Object.values(entity.names ?? {})
                    .flat()
                    .join(', ')}
                </bdi>
                <span class="admin-buttons">
                  <button
                    type="button"
                    aria-label={translator.text(texts.editOf, { name: entity.id })}
                    onClick={() => setDraft(draftOf(entity))}
                  >
                    {texts.edit}
                  </button>
                  <button
                    type="button"
                    aria-label={translator.text(texts.removeOf, { name: entity.id })}
                    onClick={() => remove(entity)}
                  >
                    {texts.remove}
                  </button>
                </span>
              </>
            )}
          </FilteredList>
          {question !== undefined && <Confirm question={question} onClose={() => setQuestion(undefined)} />}
        </>
      )}
    </Answered>
  );
}

interface FieldsProps {
  draft: EntityDraft;
  onChange: (draft: EntityDraft) => void;
}

function EntityFields({ draft, onChange }: FieldsProps) {
  const { messages, language } = useTranslator();
  const { names: labels } = useTexts();
  const row = (index: number, changed: Partial<NameRow>): void =>
    onChange({ ...draft, rows: draft.rows.with(index, { ...draft.rows[index]!, ...changed }) });
  return (
    <>
      <label>
        {labels.type}
        <select
          value={draft.type}
          disabled={draft.fixed}
          onChange={(event) => onChange({ ...draft, type: event.currentTarget.value as EntityType })}
        >
          {ENTITY_TYPES.map((type) => (
            <option key={type} value={type}>
              {messages.types[type]}
            </option>
          ))}
        </select>
      </label>
      {draft.rows.map(({ name, language: code, ambiguous }, index) => (
        <fieldset key={index} class="admin-row">
          <legend class="hidden">{labels.name}</legend>
          <Field label={labels.name} value={name} onChange={(text) => row(index, { name: text })} />
          <LanguageField value={code} onChange={(chosen) => row(index, { language: chosen })} />
          <label class="check">
            <input
              type="checkbox"
              checked={ambiguous}
              onChange={(event) => row(index, { ambiguous: event.currentTarget.checked })}
            />
            {labels.ambiguous}
          </label>
        </fieldset>
      ))}
      <button type="button" onClick={() => onChange({ ...draft, rows: [...draft.rows, emptyRow(language)] })}>
        {labels.another}
      </button>
      {draft.fixed ? (
        <p>
          {labels.id}: <bdi>{draft.id}</bdi>
        </p>
      ) : (
        <Field
          label={labels.id}
          value={idOf(draft)}
          required
          dir="ltr"
          onChange={(text) => onChange({ ...draft, id: text })}
        />
      )}
    </>
  );
}

/** Entities that are known by a name, to add another one to. */
function Known({ q, onChoose }: { q: string; onChoose: (entity: Found['entities'][number]) => void }) {
  const { names: labels } = useTexts();
  const [sought, setSought] = useState(q);
  const path = `/api/entities?${new URLSearchParams({ q: sought.trim(), limit: '8' })}`;
  const { answer } = useLoaded<Found>(sought.trim() === '' ? undefined : path);
  return (
    <section>
      <form class="admin-form" onSubmit={(event) => event.preventDefault()}>
        <Field label={labels.known} value={sought} onChange={setSought} />
      </form>
      <ul class="admin-list" aria-live="polite">
        {answer?.entities.map((entity) => (
          <li key={entity.id}>
            <bdi>{entity.name}</bdi>
            <bdi>{entity.id}</bdi>
            <span class="admin-buttons">
              <button
                type="button"
                aria-label={`${labels.extend}: ${entity.name}`}
                onClick={() => onChoose(entity)}
              >
                {labels.extend}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
