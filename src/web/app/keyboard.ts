/** Keys that work everywhere on the page, and the arrows through its hits. */
import { slashKey } from './preferences.ts';

/** The search box's id: where `/` and Esc lead. */
export const BOX = 'q';

export function focusBox(): void {
  const box = document.getElementById(BOX) as HTMLInputElement | null;
  box?.focus();
  box?.select();
}

/** Elements at which the arrow keys stop, in order. */
function stops(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-stop]')].filter(
    (element) => element.offsetParent !== null,
  );
}

/** Moves to the next or previous hit; from the first one up into the box. False if there is none. */
export function moveFocus(step: 1 | -1): boolean {
  const all = stops();
  const at = all.indexOf(document.activeElement as HTMLElement);
  if (at === -1 && step === -1) return false;
  const next = at === -1 ? all[0] : all[at + step];
  if (next !== undefined) next.focus();
  else if (step === -1) focusBox();
  else return false;
  return true;
}

/** Handles a key that nothing on the page has handled. `goBack` leaves an article or entity. */
export function handleKey(event: KeyboardEvent, goBack: (() => void) | undefined): void {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as HTMLElement;
  const writes = target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [role=slider]');
  if (event.key === '/' && !writes && slashKey()) {
    event.preventDefault();
    focusBox();
  } else if (event.key === 'Escape' && !writes) {
    if (target.closest('dialog, [popover], details[open]:not(.why)') !== null) return;
    event.preventDefault();
    if (goBack === undefined) focusBox();
    else goBack();
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && target.dataset.stop !== undefined) {
    if (moveFocus(event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
  }
}
