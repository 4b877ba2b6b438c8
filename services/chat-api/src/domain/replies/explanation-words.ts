/** What a sentence on a reminder speaks of, each in words already. */
export interface SaidFact {
  /** When it was. */
  readonly at: string;
  /** The moment for which it is set then. */
  readonly to: string;
  /** The moment for which it was set before, or since when nobody was there. */
  readonly from: string;
  /** Who changed the task: empty, or with a blank before it. */
  readonly by: string;
  readonly time: string;
  readonly of: string;
  readonly reason: string;
  /** The date of a series, at its own place. */
  readonly date: string;
}

/** What may have become of a reminder, as its ledger, its task and the inbox name it. */
type FactCode =
  | "wanted"
  | "wanted-again"
  | "moved"
  | "series-goes-on"
  | "snoozed"
  | "silenced"
  | "set-in-time"
  | "set-too-late"
  | "task-completed"
  | "task-deleted"
  | "task-gone"
  | "not-wanted"
  | "no-due"
  | "no-date-left"
  | "caught-up"
  | "rang-with"
  | "rang-for"
  | "nag"
  | "unchanged"
  | "changed-and-wanted"
  | "unchecked"
  | "date-done"
  | "date-skipped"
  | "date-moved"
  | "shown"
  | "read"
  | "inbox-away"
  | "unplanned";

type By = "person" | "assistant" | "api" | "system";

/** A language's words for what became of a reminder, by the codes of its ledger. */
export interface ExplanationWords {
  readonly day: (wall: string) => string;
  readonly by: Readonly<Record<By, string>>;
  readonly facts: Readonly<Record<FactCode, (said: SaidFact) => string>>;
  /** Of a code that is not known here. */
  readonly other: (said: SaidFact, state: string) => string;
}
