/** What a dead letter says of itself in its headers; the rest of it is as it came. */
export const DEAD_LETTER_HEADERS = {
  kind: "dead_letter_kind",
  reason: "dead_letter_reason",
  /** Only where no more than the beginning of the body is left. */
  cut: "dead_letter_cut",
} as const;
