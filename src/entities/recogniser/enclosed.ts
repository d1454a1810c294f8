/** Which words of a text stand between marks. */
import type { Token } from '../../analysis/forms.ts';

const QUOTED = 1;
const BRACKETED = 2;
/** How many states there are: quoted, in brackets, both, neither. */
export const ENCLOSED = 4;

/** Of each word: 1 between quotation marks, 2 in brackets, 3 both, 0 neither. */
export function enclosedIn(tokens: readonly Token[], text: string): Uint8Array {
  const found = new Uint8Array(tokens.length);
  let state = 0;
  let from = 0;
  for (const [at, { start, end }] of tokens.entries()) {
    for (let unit = from; unit < start; unit++) state = stateAfter(state, text[unit]!);
    found[at] = state;
    from = end;
  }
  return found;
}

function stateAfter(state: number, mark: string): number {
  switch (mark) {
    case '"':
      return state ^ QUOTED;
    case '«':
    case '“':
    case '„':
      return state | QUOTED;
    case '»':
    case '”':
      return state & ~QUOTED;
    case '(':
      return state | BRACKETED;
    case ')':
      return state & ~BRACKETED;
    default:
      return state;
  }
}
