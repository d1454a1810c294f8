/** Whether searches find translations unless the reader says otherwise, as the service delivered it with the page. */

/** The part of a browser's document that is read. */
interface Delivered {
  document?: { documentElement: { dataset: Readonly<Record<string, string | undefined>> } };
}

export const acrossByDefault = (): boolean =>
  (globalThis as Delivered).document?.documentElement.dataset.across === 'on';
