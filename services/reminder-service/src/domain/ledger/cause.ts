/**
 * Why a reminder took a step: a code, and the facts that it speaks of. It is put into words for whoever asks, in their
 * language. `slot` is another reminder of the same task; times are RFC 3339.
 */
export type Cause =
  | { readonly code: "wanted" | "wanted-again" | "series-goes-on" | "time-came" }
  | { readonly code: "moved"; readonly facts: { readonly from: string } }
  /** An older change, heard of later, had set it for a time still to come. */
  | { readonly code: "set-in-time" }
  /** Its time had passed before it was set. */
  | { readonly code: "set-too-late" }
  | { readonly code: "task-completed" | "task-deleted" | "task-gone" }
  /** The task has no such reminder, no due time, or no date left to ring at. */
  /** It rings then instead of what rang last, or would have next. */
  | { readonly code: "snoozed" }
  /** What it would ring at is snoozed, or its task is muted. */
  | { readonly code: "silenced" }
  | { readonly code: "not-wanted" | "no-due" | "no-date-left" }
  /** Nobody was there since then; the last of the dates that passed rings for all. */
  | { readonly code: "caught-up"; readonly facts: { readonly since: string } }
  /** Two at one moment are one ring: that of the other, or this one for the other as well. */
  | { readonly code: "rang-with" | "rang-for"; readonly facts: { readonly slot: string } }
  | { readonly code: "nag"; readonly facts: { readonly time: number; readonly of: number } }
  /** What chat-api says of the task as its time comes; unchecked: it did not answer in time. */
  | { readonly code: "unchanged" | "changed-and-wanted" | "unchecked" };
