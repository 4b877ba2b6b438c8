import type { Zone } from "@todo-mesh/recurrence";

/** What settles what words leave open. */
export interface Preferences {
  /** 24: an hour is meant as written, "at 6" is 06:00. */
  readonly hour_cycle?: 12 | 24 | undefined;
  /** Whether "3/4" is the 3rd of April. */
  readonly day_first?: boolean | undefined;
  /** Whose holidays are meant, as ISO 3166 writes it: "GB". */
  readonly country?: string | undefined;
  readonly week_start?: "MO" | "SU" | "SA" | undefined;
  /** BCP 47: the language that the person reads, and writes as a rule. */
  readonly locale?: string | undefined;
}

export interface Context {
  readonly now: Date;
  /** The zone the person is in. A RangeError, if it is none. */
  readonly timezone: Zone;
  readonly preferences?: Preferences | undefined;
}
