/** Where the lines between names in a column are. Pure: the same pairs are always drawn the same way. */

/** Height of a row, and how far the longest line reaches beside the column, in units of the drawing. */
export const ROW = 36;
export const REACH = 200;
const THINNEST = 1;
export const THICKEST = 8;

export interface Pair {
  a: string;
  b: string;
  documents: number;
  npmi: number | null;
}

export interface Arc<P extends Pair> {
  pair: P;
  /** Of an SVG path; names are at its left. */
  path: string;
  width: number;
  /** The two are together less often than by chance. */
  rare: boolean;
}

/**
 * An arc for each pair from the row of one to the row of the other: the further apart, the further it reaches; width by
 * documents. The widest come first, so that thin ones are drawn over them.
 */
export function arcsOf<P extends Pair>(rows: readonly string[], pairs: readonly P[]): Arc<P>[] {
  const rowOf = new Map(rows.map((id, index) => [id, index]));
  const most = Math.max(1, ...pairs.map(({ documents }) => documents));
  return pairs
    .flatMap((pair) => {
      const [one, other] = [rowOf.get(pair.a), rowOf.get(pair.b)];
      if (one === undefined || other === undefined) return [];
      const [top, bottom] = [Math.min(one, other), Math.max(one, other)];
      const reach = (REACH * (bottom - top)) / Math.max(1, rows.length - 1);
      const y = (row: number): number => (row + 0.5) * ROW;
      // A curve reaches three quarters of the way to its two control points.
      const x = Math.round((Math.max(reach, ROW / 2) * 4) / 3);
      return [
        {
          pair,
          path: `M0 ${y(top)}C${x} ${y(top)} ${x} ${y(bottom)} 0 ${y(bottom)}`,
          width: THINNEST + (THICKEST - THINNEST) * (pair.documents / most),
          rare: pair.npmi !== null && pair.npmi < 0,
        },
      ];
    })
    .sort((a, b) => b.width - a.width);
}
