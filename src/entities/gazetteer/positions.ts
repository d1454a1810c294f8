/** Who was what when: the positions of listed people. */
import type { Entity } from './entity.ts';

export type Position = Entity['positions'][number];

/** Whether somebody may have had a position on a day, or in a month or year: `2023`, `2023-05`, `2023-05-17`. */
export function isHeldAt({ from, to }: Position, date: string): boolean {
  // Dates of different precision are compared as far as both are given.
  const begun = from === undefined || from.slice(0, date.length) <= date.slice(0, from.length);
  const ended = to !== undefined && to.slice(0, date.length) < date.slice(0, to.length);
  return begun && !ended;
}

/** The position of a date that began last; of those without any date only if there is no other. Without a date, today's. */
export function positionAt(
  { positions }: Pick<Entity, 'positions'>,
  date = new Date().toISOString().slice(0, 10),
): Position | undefined {
  const held = positions.filter((position) => isHeldAt(position, date));
  const dated = held.filter(({ from, to }) => from !== undefined || to !== undefined);
  return [...(dated.length > 0 ? dated : held)].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1))[0];
}

/** The title of a position in a language; in English, then in any, if it has none. */
export function titleIn({ name }: Position, language: string): string {
  return name[language] ?? name.en ?? Object.values(name)[0] ?? '';
}
