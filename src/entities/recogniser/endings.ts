/** The case that an ending behind an apostrophe puts a name in: İzmir'de is in Izmir. */
export const ENDINGS = ['none', 'in', 'from', 'of', 'to', 'with', 'inhabitant', 'other'] as const;

const CASES: readonly [(typeof ENDINGS)[number], RegExp][] = [
  ['from', /^n?[dt][ae]n/],
  ['in', /^n?[dt][ae]/],
  ['inhabitant', /^l[ıiuü]/],
  ['of', /^n?[ıiuü]n|^s$/],
  ['with', /^y?l[ae]/],
  ['to', /^[yn]?[ae]$/],
];
const AFTER = /^['’ʼ](\p{L}{1,12})/u;

/** The number of the ending after a place in a text, in the order of `ENDINGS`. */
export function endingKind(text: string, end: number): number {
  const unit = text.charCodeAt(end);
  if (unit !== 0x27 && unit !== 0x2019 && unit !== 0x2bc) return 0;
  const found = AFTER.exec(text.slice(end, end + 13));
  if (found === null) return 0;
  const tail = found[1]!.toLowerCase();
  const kind = CASES.find(([, ending]) => ending.test(tail))?.[0] ?? 'other';
  return ENDINGS.indexOf(kind);
}
