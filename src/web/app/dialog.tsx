/** A dialog over the page: the focus stays inside, Esc closes it, and then the focus is where it was. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useTranslator } from '../i18n/translator-context.ts';
import type { Search } from './address.ts';

/** What a dialog about a search is given. */
export interface SearchDialogProps {
  /** The current search. */
  search: Search;
  onClose: () => void;
}

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

export function Dialog({ title, onClose, children }: DialogProps) {
  const { messages } = useTranslator();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    dialog.current?.showModal();
    return () => before?.focus({ preventScroll: true });
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Esc and the button
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => {
        // Beside the box: on the backdrop, which belongs to the element itself.
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <div class="dialog-box">
        <div class="dialog-head">
          <h2 id={heading}>{title}</h2>
          <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
            {messages.close}
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
