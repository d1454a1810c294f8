/** How large tables are made for what is expected of them, and how they grow. */

type Numbers =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** The numbers themselves where they have so much room; else a copy with at least twice the room, zeros at its end. */
export function withRoom<T extends Numbers>(numbers: T, room: number): T {
  if (room <= numbers.length) return numbers;
  const larger = new (numbers.constructor as new (size: number) => T)(Math.max(room, numbers.length * 2));
  larger.set(numbers);
  return larger;
}

/** The lowest power of two that is not below `wanted`, and not below `fewest`, which is one itself. */
export function roomFor(wanted: number, fewest: number): number {
  let room = fewest;
  while (room < wanted) room *= 2;
  return room;
}
