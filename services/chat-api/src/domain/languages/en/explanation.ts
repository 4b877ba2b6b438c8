import type { ExplanationWords, SaidFact } from "../../replies/explanation-words.ts";
import { time } from "./replies.ts";

// What was kept before the moment was kept with it says as much as it knows.
const set = (link: string, to: string): string => (to === "" ? "" : `${link} ${to}`);

const announced = ({ at }: SaidFact): string => `On ${at} it was announced.`;

/** What became of a reminder, in English. */
export const explanation: ExplanationWords = {
  day: time.day,
  by: {
    person: " by you",
    assistant: " by you in the chat",
    api: " by you",
    system: " by the mesh",
  },
  facts: {
    wanted: ({ at, to, by }) => `On ${at} it was planned${by}${set(" for", to)}.`,
    "wanted-again": ({ at, to, by }) => `On ${at} it was planned again${by}${set(" for", to)}.`,
    moved: ({ at, from, to, by }) => `On ${at} it was moved${by} from ${from}${set(" to", to)}.`,
    "series-goes-on": ({ to }) => `It went on to its next date${set(",", to)}.`,
    snoozed: ({ at, to, by }) => `On ${at} it was snoozed${by}${set(" until", to)}.`,
    silenced: ({ at, by }) => `On ${at} it was silenced${by}, so it does not ring.`,
    "set-in-time": ({ at, to }) =>
      `On ${at} we heard that it had been set in time, and it was planned${set(" for", to)}.`,
    "set-too-late": ({ at, to, by }) =>
      `On ${at} it was set${by}${set(" for", to)}, too late, so it does not ring.`,
    "task-completed": ({ at, by }) => `On ${at} the task was done${by}, so it does not ring.`,
    "task-deleted": ({ at, by }) => `On ${at} the task was deleted${by}, so it does not ring.`,
    "task-gone": ({ at }) => `On ${at} the task was gone, so it does not ring.`,
    "not-wanted": ({ at, by }) => `On ${at} this reminder was taken away${by}.`,
    "no-due": ({ at, by }) => `On ${at} the due time was taken away${by}, so it does not ring.`,
    "no-date-left": ({ at }) => `On ${at} there was no date left at which it could ring.`,
    "caught-up": ({ at, from }) =>
      `On ${at} it had been due since ${from} and nobody was there: the last date rings for all.`,
    "rang-with": ({ at }) => `On ${at} it rang, as one with another reminder of that moment.`,
    "rang-for": ({ at }) => `On ${at} it rang for another reminder of that moment as well.`,
    nag: ({ at, time: nth, of }) => `On ${at} it rang again (${nth} of ${of}).`,
    unchanged: announced,
    "changed-and-wanted": announced,
    unchecked: ({ at }) =>
      `On ${at} it was announced, though nobody could say whether the task had changed since.`,
    "date-done": ({ at, date }) => `On ${at} the date ${date} was done.`,
    "date-skipped": ({ at, date }) => `On ${at} the date ${date} was skipped.`,
    "date-moved": ({ at, date, to }) => `On ${at} the date ${date} was moved${set(" to", to)}.`,
    shown: ({ at }) => `On ${at} it was shown in your inbox.`,
    read: ({ at }) => `On ${at} you read it.`,
    "inbox-away": () => "Your inbox cannot be reached now, so what was shown and read is missing.",
    unplanned: ({ at, reason }) => `On ${at} it could not be planned. ${reason}`,
  },
  other: ({ at }, state) => `On ${at} it was ${state}.`,
};
