/** What the service delivered with the page, in attributes of its root element. */

/** The part of a browser's document that is read; address and paths are also used where there is no page. */
interface Delivered {
  document?: { documentElement: { dataset: Readonly<Record<string, string | undefined>> } };
}

/** The value of `data-NAME`; undefined where there is none, or no page. */
export const delivered = (name: string): string | undefined =>
  (globalThis as Delivered).document?.documentElement.dataset[name];
