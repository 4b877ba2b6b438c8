/** Why something that was asked for in the chat is not done; the text is what routes say of it. */
export const REASONS = {
  "repeats-not": "It does not repeat",
  "no-next-date": "It does not repeat, so there is no next date",
  "is-done": "It is done: reopen it first",
  "last-date": "This is the last date of its series: complete it, or end it",
  "nothing-to-undo": "There is nothing to take back",
  "undone-already": "It has been taken back already",
  "not-muted": "It is not muted",
  "no-moment": "that is no moment, say “for 10 minutes” or “until 18:00”",
  "moment-over": "that moment is over, give one that is to come",
  "moment-far": "that moment is too far away, give one within a year",
  "others-first": "Others kept changing this first; please try again",
  "not-asked": "I have not asked that, or too long ago",
  "decided-already": "That was decided the other way already; what was done can be undone",
  "called-before": "This call was made before with other arguments",
} as const;

export type Reason = keyof typeof REASONS;

const isReason = (name: string): name is Reason => Object.hasOwn(REASONS, name);

const BY_TEXT: ReadonlyMap<string, Reason> = new Map(
  Object.keys(REASONS)
    .filter(isReason)
    .map((reason) => [REASONS[reason], reason]),
);

/** Which reason a text gives; undefined for one that has something of its own in it. */
export const reasonFor = (text: string): Reason | undefined => BY_TEXT.get(text);
