/** Asks before something is destroyed. */
import { Dialog } from '../app/dialog.tsx';
import { useTexts } from './texts-context.ts';

/** A question before something is destroyed. */
export interface Question {
  title: string;
  text?: string;
  /** What the button says that does it. */
  action: string;
  onYes: () => void;
}

export function Confirm({ question, onClose }: { question: Question; onClose: () => void }) {
  const texts = useTexts();
  return (
    <Dialog title={question.title} onClose={onClose}>
      {question.text !== undefined && <p>{question.text}</p>}
      <p class="admin-buttons">
        <button
          type="button"
          class="primary"
          onClick={() => {
            onClose();
            question.onYes();
          }}
        >
          {question.action}
        </button>
        <button type="button" onClick={onClose}>
          {texts.cancel}
        </button>
      </p>
    </Dialog>
  );
}
