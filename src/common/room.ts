/** How large tables are made for what is expected of them. */

/** The lowest power of two that is not below `wanted`, and not below `fewest`, which is one itself. */
export function roomFor(wanted: number, fewest: number): number {
  let room = fewest;
  while (room < wanted) room *= 2;
  return room;
}
