/** The value below which a share of the values lies, 0 to 1, rounded to some decimals; at least one value. */
export function quantile(values: readonly number[], share: number, decimals: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return +sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(decimals);
}
