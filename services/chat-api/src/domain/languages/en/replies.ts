import { isolated, quoted } from "@todo-mesh/contracts";
import { sayDay, sayWeekday } from "@todo-mesh/recurrence";
import type { Replies } from "../../replies/replies.ts";
import { languagesIn } from "../../replies/say-foreign.ts";
import { timeWords } from "../../replies/time-words.ts";

export const time = timeWords(
  (day) => `${sayWeekday(day)} ${sayDay(day)}`,
  (day, clock) => `${day} at ${clock}`,
  (clock) => `, until ${clock}`,
);

const WHAT = {
  open: "open",
  done: "done",
  overdue: "overdue",
  today: "due today",
  tomorrow: "due tomorrow",
};
const WHICH_LIST =
  "I do not know which task you mean. Say “list” first, then for example “complete 2”.";

const often = (count: number): string => (count === 1 ? "once" : `${count} times`);

/** What is answered in English. */
export const replies: Replies = {
  time,
  quoted,
  whichOne: "Which one? Say its number.",
  added: {
    toList: (title) => `I added ${quoted(title)} to your list.`,
    would: (title, { due, series, rings }) =>
      `add ${quoted(title)}${due ? `, due on ${due}` : ""}${series ? `, ${series}` : ""}${rings ? `, and remind you on ${rings}` : ""}`,
    withoutTime: (title) =>
      `I added ${quoted(title)} to your list, without a time, so I will not remind you of it.`,
    onDue: (due) => `on ${due}.`,
    series: (words, timezone, dates) => `${words} (${timezone}). Next: ${dates.join("; ")}.`,
    due: ({ title, when }) => `I added ${quoted(title)}, due ${when}`,
    ringing: ({ title, when }) => `I added ${quoted(title)} and will remind you ${when}`,
    ringingBefore: ({ title, when, rings, first }) =>
      `I added ${quoted(title)}, due ${when} I will remind you ${first ? "first " : ""}on ${rings}.`,
    reminding: ({ title, when, link }) =>
      `I will remind you ${link === "to" ? `to ${isolated(title)}` : `about ${quoted(title)}`} ${when}`,
    severalTimes: (when) => `${quoted(when)} can mean several things, so I have added nothing yet:`,
    why: {
      "no-clock": "At what time of day?",
      past: "That time is already past.",
      impossible: "I know no such date or time.",
      relative: "That is counted from a due time, and I know none.",
    },
    nothingAdded: "I have added nothing.",
    sayWhen: (title, day = "tomorrow") =>
      `Say when, for example: “remind me to ${isolated(title)} ${day} at 9:00”.`,
    onDay: (reading) => `on ${reading}`,
  },
  list: {
    nothing: {
      open: "Your list is empty: there is no open task.",
      done: "No task is done yet.",
      overdue: "Nothing is overdue.",
      today: "Nothing is due today.",
      tomorrow: "Nothing is due tomorrow.",
    },
    count: (total, which) => `${total === 1 ? "1 task is" : `${total} tasks are`} ${WHAT[which]}:`,
    more: (count) => `… and ${count} more.`,
    severalFit: (said) => `Several tasks fit ${said === undefined ? "that" : quoted(said)}:`,
    dueAgain: (due) => `due again on ${due}`,
    done: (times, last) => {
      const done = `done ${often(times)}`;
      return last === undefined ? done : `${done}, ${times === 1 ? "" : "last "}for ${last}`;
    },
  },
  dates: {
    once: (title, doneAt) =>
      doneAt === undefined
        ? `${quoted(title)} is not done yet.`
        : `${quoted(title)} was done on ${doneAt}.`,
    none: (title) => `No date of ${quoted(title)} was done, skipped or moved yet.`,
    count: (title, times, last) =>
      `${quoted(title)} was ${times.join(", ")}${last === undefined ? ":" : `. The last ${last}:`}`,
    times: {
      done: (count) => `done ${often(count)}`,
      skipped: (count) => `skipped ${often(count)}`,
      moved: (count) => `moved ${often(count)}`,
    },
    became: {
      done: ({ at }) => `done, on ${at}`,
      skipped: () => "skipped",
      moved: ({ to }) => `moved to ${to}`,
    },
    other: "changed",
  },
  found: {
    done: (title) => `${quoted(title)} is done.`,
    due: (title, due) => `${quoted(title)} is due on ${due}.`,
    undated: (title) => `${quoted(title)} has no date.`,
  },
  notDone: {
    unknown:
      "I cannot reach the place where your list is kept, so I cannot say whether this was done. Please ask for your list in a moment.",
    refused: (detail) => `I could not do that: ${detail}.`,
    already: (title, status) => `${quoted(title)} is already ${status}; nothing had to change.`,
    none: (said, near) => {
      const none = `I find no ${said === undefined ? "such task" : `task called ${quoted(said)}`}.`;
      return near.length === 0
        ? `${none} Say “list” to see them all.`
        : `${none} Do you mean ${near.map(quoted).join(" or ")}?`;
    },
  },
  undone: {
    nothing: "It is already as it was before; nothing had to change.",
    asBefore: "is as it was before",
    dueOn: (due) => `, due on ${due}`,
    stays: "So what I did before stays.",
    whole: (lines, more) => `I took that back: ${lines}${more > 0 ? `; and ${more} more` : ""}.`,
  },
  ofModel: {
    nothingChanged: "Nothing on your list was changed.",
    byRules: {
      down: "(The language model did not answer, so I went by my own simple rules.)",
      budget: "(You have used up the language model for now, so I went by my own simple rules.)",
    },
    brokeOff: "(The language model broke off here; what was done is told above.)",
    sayPlainly: "I have not done this. If you want it, say it plainly, one thing at a time:",
  },
  talk: {
    words: {
      "ask-what":
        "What is it about? For example: “remind me to call mum at 18:30”. I have added nothing.",
      "too-long":
        "A title has at most 200 characters, so I have added nothing. Please say it shorter.",
      "no-such-name":
        "A title has at most 200 characters, so no task is called that. I have changed nothing. Please name it in fewer words.",
      "too-much":
        "I read up to 500 characters at a time, and this is more, so I have changed nothing. Please say one thing in a sentence; a title has at most 200 characters.",
      "one-at-a-time":
        "I change one task at a time. Name it, for example: “delete buy milk”. I have changed nothing.",
      pick: WHICH_LIST,
      narrower:
        "I can show what is open, done or overdue, or due today or tomorrow, and nothing narrower: ask for one of these, for example “what is due today”.",
      thanks: "You are welcome.",
      "nothing-asked": "I have not asked you anything, so I have changed nothing.",
      other: WHICH_LIST,
      time: "A time for what? Say it with the thing, for example: “remind me to call mum tomorrow at 18:00”. I have changed nothing.",
      "too-many": "I do up to 20 things at a time, and this is more, so I have changed nothing.",
      change: WHICH_LIST,
    },
    unclear:
      "I did not understand that, so I have changed nothing. I keep your list and remind you in time: say “help” to see how.",
    help: "I keep your list and remind you in time.",
    canSay: "You can say:",
    degraded:
      "I cannot reach the place where your list and our conversation are kept, so I have read and changed nothing. Please try again in a moment.",
    stopped: "(You stopped me here.)",
    interrupted: "(I was interrupted here.)",
    notKept: "(I could not keep this answer in our conversation.)",
    foreign: `I understand ${languagesIn("en")} only, so I have changed nothing.`,
  },
};
