/** Asks those who may decide whether an entity is the right one. The dialog is loaded when it is wanted. */
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { hasAccessKey } from '../api/client.ts';
import { decisionsPath } from '../api/paths.ts';
import type { Named } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import type { DecideDialogProps } from './decide-dialog.tsx';

interface DecideButtonProps {
  entity: Pick<Named, 'id' | 'name'>;
  /** The article that is read. */
  article?: string;
}

export function DecideButton({ entity, article }: DecideButtonProps) {
  const translator = useTranslator();
  const { messages } = translator;
  const [open, setOpen] = useState<{ Dialog: ComponentType<DecideDialogProps> }>();
  // Only a key that allows decisions may list them.
  const { answer } = useAnswer(hasAccessKey() ? decisionsPath() : undefined);
  if (answer === undefined) return null;
  return (
    <>
      <button
        type="button"
        class="quiet decide"
        aria-haspopup="dialog"
        aria-label={translator.text(messages.decide.title, { name: entity.name })}
        onClick={async () => setOpen({ Dialog: (await import('./decide-dialog.tsx')).DecideDialog })}
      >
        {messages.decide.open}
      </button>
      {open !== undefined && (
        <open.Dialog entity={entity} article={article} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}
