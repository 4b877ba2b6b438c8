/**
 * Why something that was asked for in the chat is not done; the text is what routes say of it. `{0}`, `{1}` stand for
 * the values it has, in this order in the text: an answer in another language puts them where it needs them.
 */
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
  "which-moment": "that time can be {0}, say which",
  "no-such-time": "I know no such time, say for example “on Saturday” or “tomorrow at 9”",
  "no-such-task": "There is no such task",
  "gone-for-good": "{0} is gone for good",
  "changed-since": "The {0} of {1} was changed again since",
  "contradicts-itself":
    "Without that change {0} would contradict itself ({1}: {2}): take back first what came after it",
  never: "{0} has no date from now on",
  "too-often": "{0} comes more than {1} times in an hour",
  "most-open": "There are {0} open tasks already: complete or delete some first",
  "most-kept": "There are {0} tasks already, with those done or in the trash",
  "most-bytes":
    "Your tasks take {0} MB already, with those done or in the trash: shorten some notes first",
  "most-rings":
    "All that repeats or nags may ring {0} times an hour, taken over a day, and would ring {1} times: let it come less often, or end or complete something else that repeats",
  "most-pending":
    "You may have {0} reminders that are still to ring, and would have {1}: complete or delete some tasks, or let this one have no reminder",
  "too-far":
    "that would ring more than {0} years ahead: give an earlier time, or let it have no reminder",
} as const;

export type Reason = keyof typeof REASONS;

type Value = string | number;

const PLACE = /\{\d\}/;

/** A sentence with its values. */
export const withValues = (sentence: string, values: readonly Value[]): string =>
  values.reduce<string>((said, value, n) => said.replace(`{${n}}`, () => String(value)), sentence);

/** The text of a reason. */
export const because = (reason: Reason, ...values: readonly Value[]): string =>
  withValues(REASONS[reason], values);

const isReason = (name: string): name is Reason => Object.hasOwn(REASONS, name);
const NAMES = Object.keys(REASONS).filter(isReason);

/** The values that a text has in the places of a sentence; undefined where it is another sentence. */
export const valuesOf = (text: string, sentence: string): string[] | undefined =>
  valuesIn(text, sentence.split(PLACE));

function valuesIn(text: string, [begin = "", ...more]: readonly string[]): string[] | undefined {
  if (!text.startsWith(begin)) return undefined;
  const rest = text.slice(begin.length);
  const [words, ...behind] = more;
  if (words === undefined) return rest === "" ? [] : undefined;
  const at = behind.length > 0 ? rest.indexOf(words) : rest.length - words.length;
  const values = at > 0 ? valuesIn(rest.slice(at), more) : undefined;
  return values && [rest.slice(0, at), ...values];
}

/** Which reason a text gives, and its values; undefined for one that is none of these. */
export function reasonFor(
  text: string,
): { readonly reason: Reason; readonly values: readonly string[] } | undefined {
  for (const reason of NAMES) {
    const values = valuesOf(text, REASONS[reason]);
    if (values) return { reason, values };
  }
  return undefined;
}
