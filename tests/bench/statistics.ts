/** The value that `share` (0 to 1) of the values do not exceed: one of them, by nearest rank; NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** To at most three significant digits, as a person reads it; whole numbers keep all of theirs. */
export function readable(value: number): string {
  if (!Number.isFinite(value)) return "none";
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

/** `p50 12, p99 80, max 91 ms`. */
export const spread = (values: readonly number[], unit = "ms"): string =>
  `p50 ${readable(median(values))}, p99 ${readable(percentile(values, 0.99))}, ` +
  `max ${readable(percentile(values, 1))} ${unit}`;
