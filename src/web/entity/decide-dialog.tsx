/** Merges, splits and corrects an entity, for those who have an admin key, and takes such decisions back. */
import { useRef, useState } from 'preact/hooks';
import { ApiError, fetchFile, forgetAnswers } from '../api/client.ts';
import { decisionsPath, entityPath } from '../api/paths.ts';
import type { Decided, Decision, Entity, Named } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Dialog } from '../app/dialog.tsx';
import { useTranslator } from '../i18n/translator-context.ts';
import { EntityPicker } from './entity-picker.tsx';
import { EntityName } from './names.tsx';
import { mergedSpellings } from './spellings.ts';
import { isUnlisted } from './types.ts';

/** Spellings that are offered. */
const SPELLINGS = 12;

export interface DecideDialogProps {
  entity: Pick<Named, 'id' | 'name'>;
  /** The article in which it is to be corrected. */
  article: string | undefined;
  onClose: () => void;
}

export function DecideDialog({ entity: { id, name }, article, onClose }: DecideDialogProps) {
  const translator = useTranslator();
  const { language, messages } = translator;
  const texts = messages.decide;
  const { answer: entity } = useAnswer<Entity>(entityPath(id));
  const [decisions, setDecisions] = useState<readonly Decided[]>();
  const { answer } = useAnswer<{ decisions: Decided[] }>(decisionsPath());
  const [said, setSaid] = useState('');
  const status = useRef<HTMLDivElement>(null);
  const all = decisions ?? answer?.decisions ?? [];
  const attempt = async (work: () => Promise<readonly Decided[]>): Promise<void> => {
    try {
      setDecisions(await work());
      forgetAnswers();
      // The button that was pressed may be gone.
      status.current?.focus();
      setSaid(texts.kept);
    } catch (thrown) {
      const reason = thrown instanceof ApiError ? thrown.message : String(thrown);
      setSaid(translator.text(texts.failed, { reason }));
    }
  };
  const decide = (decision: Decision): Promise<void> =>
    attempt(async () => {
      const body = { text: JSON.stringify({ decisions: [decision] }), type: 'application/json' };
      const added = await (await fetchFile(decisionsPath(), language, body)).text();
      const kept = (JSON.parse(added) as { decisions: Decided[] }).decisions;
      return [...all.filter((each) => !kept.some((other) => other.id === each.id)), ...kept];
    });
  const undo = (decision: string): Promise<void> =>
    attempt(async () => {
      await fetchFile(decisionsPath(decision), language, { text: '', type: 'text/plain', method: 'DELETE' });
      return all.filter((each) => each.id !== decision);
    });
  // What is in the list stays; of two unlisted ones the one that was asked about.
  const merge = (other: string): Promise<void> =>
    decide(
      isUnlisted(id) && !isUnlisted(other)
        ? { kind: 'merge', into: other, from: id }
        : { kind: 'merge', into: id, from: other },
    );
  const spellings = mergedSpellings(entity?.spellings ?? []).slice(0, SPELLINGS);
  const mine = all.filter((each) => Object.values(each).includes(id));
  return (
    <Dialog title={translator.text(texts.title, { name })} onClose={onClose}>
      <p>{texts.intro}</p>
      <div ref={status} role="status" class="decided" tabIndex={-1}>
        {said}
      </div>
      {article !== undefined && (
        <section class="decision">
          <h3>{texts.here}</h3>
          <button
            type="button"
            class="primary"
            onClick={() => decide({ kind: 'correct', document: article, entity: id, to: null })}
          >
            {texts.nobody}
          </button>
          <EntityPicker
            label={texts.another}
            action={texts.correct}
            without={id}
            onPick={(to) => decide({ kind: 'correct', document: article, entity: id, to })}
          />
        </section>
      )}
      <section class="decision">
        <EntityPicker label={texts.same} action={texts.merge} without={id} onPick={merge} />
      </section>
      {spellings.length > 1 && (
        <section class="decision">
          <h3>{texts.spellings}</h3>
          <ul>
            {spellings.map(({ spelling, languages }) => (
              <li key={spelling}>
                <bdi lang={languages[0]}>{spelling}</bdi>
                <button
                  type="button"
                  class="quiet"
                  aria-label={`${texts.split}: ${spelling}`}
                  onClick={() => decide({ kind: 'split', entity: id, name: spelling })}
                >
                  {texts.split}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {mine.length > 0 && (
        <section class="decision">
          <h3>{texts.decided}</h3>
          <ul>
            {mine.map((decision) => (
              <li key={decision.id}>
                <span>
                  <Described decision={decision} />
                </span>
                <button type="button" class="quiet" onClick={() => undo(decision.id)}>
                  {texts.undo}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}

function Described({ decision }: { decision: Decided }) {
  const translator = useTranslator();
  const texts = translator.messages.decide;
  const entity = (id: string) => (
    <bdi>
      <EntityName id={id} />
    </bdi>
  );
  const [message, values] =
    decision.kind === 'merge'
      ? [texts.merged, { from: <bdi>{decision.from}</bdi>, into: entity(decision.into) }]
      : decision.kind === 'split'
        ? [texts.wasSplit, { name: <bdi>{decision.name}</bdi>, entity: entity(decision.entity) }]
        : [
            texts.corrected,
            {
              what: decision.name === undefined ? entity(decision.entity ?? '') : <bdi>{decision.name}</bdi>,
              to: decision.to === null ? texts.nobody : entity(decision.to),
            },
          ];
  return (
    <>{translator.parts(message, values).map((part) => (typeof part === 'string' ? part : part.value))}</>
  );
}
