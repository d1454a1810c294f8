/** Reports environment variables that look like settings but are not, so that a misspelt one is not silently ignored. */
import { SETTINGS } from './settings.ts';

export interface UnknownVariable {
  variable: string;
  /** The setting that was probably meant. */
  nearest?: string;
}

/** Variables of the tests, of CI and of development, which are no settings. */
const OTHERS = /^LISAN_(?:TEST_\w+|REQUIRE_\w+|CHROMIUM|OPENSEARCH_STATE)$/;
/** Maximum number of typing errors in a name. */
const MAX_DISTANCE = 3;

/** Every variable of the environment that begins with `LISAN_` and is not a setting. */
export function unknownVariables(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): UnknownVariable[] {
  const known = Object.values(SETTINGS).map(({ variable }) => variable);
  return Object.keys(environment)
    .filter((name) => name.startsWith('LISAN_') && !known.includes(name) && !OTHERS.test(name))
    .map((variable) => {
      const [nearest] = known
        .map((name) => ({ name, distance: distanceOf(variable, name) }))
        .filter(({ distance }) => distance <= MAX_DISTANCE)
        .sort((a, b) => a.distance - b.distance);
      return { variable, ...(nearest !== undefined && { nearest: nearest.name }) };
    });
}

/** Says what is wrong with it, in one sentence. */
export function unknownVariableMessage({ variable, nearest }: UnknownVariable): string {
  return `${variable} is not a setting and is ignored${nearest === undefined ? '' : `; did you mean ${nearest}?`}`;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other (optimal string alignment). */
function distanceOf(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= one.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      rows[i]![j] = Math.min(
        rows[i - 1]![j]! + 1,
        rows[i]![j - 1]! + 1,
        rows[i - 1]![j - 1]! + (same ? 0 : 1),
        swapped ? rows[i - 2]![j - 2]! + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return rows[one.length]![other.length]!;
}
