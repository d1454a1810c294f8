/** What `lisan doctor` finds. */

export type State = 'ok' | 'warning' | 'error';

export interface Finding {
  what: string;
  state: State;
  message: string;
  /** What to do; absent if all is well. */
  remedy?: string;
}
