/** One measured thing. The bar is what we aim for; whoever reads both judges. */
export interface Figure {
  readonly figure: string;
  readonly measured: number;
  readonly unit: "ms" | "s" | "/s" | "MB" | "×" | "";
  readonly bar?: string;
  /** What one must know to read it right. */
  readonly note?: string;
  /** The rest of what was measured, for the file. */
  readonly details?: Readonly<Record<string, number | readonly number[]>>;
}

export interface Scenario {
  readonly name: string;
  /** Measures on a mesh of its own, so that no scenario leaves anything to the next. */
  readonly measure: () => Promise<Figure[]>;
}

/** The figures of one scenario, and how busy the machine was with everything that ran on it. */
export interface Measured {
  readonly scenario: string;
  readonly loadBefore: number;
  readonly loadAfter: number;
  readonly figures: readonly Figure[];
}
