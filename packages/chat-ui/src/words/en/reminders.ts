import { count } from "./count.ts";

export const reminders = {
  series: {
    heading: "Comes again",
    fromCompletion: "Counted from when it was last done.",
    next: "The next dates",
    skip: "Skip this date",
    end: "End the series",
    past: (done: number, skipped: number) => `${done} done, ${skipped} skipped.`,
    lately: (day: string, state: string) => `${day} ${state}`,
    states: { done: "done", skipped: "skipped", moved: "moved" },
  },
  reminders: {
    heading: "Reminders",
    why: "Why?",
    loading: "Is being looked up",
    failed: (why: string) => `The reminders cannot be read now: ${why}`,
    states: {
      planned: "will ring",
      due: "rings now",
      announced: "rang",
      missed: "was over before it was set",
      cancelled: "was not wanted any more",
      unplanned: "cannot be planned",
    },
    snooze: (title: string) => `Snooze ${title}`,
    tenMinutes: "In 10 minutes",
    anHour: "In an hour",
    tomorrow: "Tomorrow morning",
  },
  inbox: {
    heading: "Inbox",
    empty: "Nothing was announced yet. When a task is due, it is said here.",
    markRead: (title: string) => `Mark ${title} as read`,
    readAll: "Mark all as read",
    dismiss: (title: string) => `Stop ringing for ${title}`,
    earlier: (n: number) => count(n, "earlier one", "earlier ones"),
    late: "late",
    unread: "new",
    loading: "Loading your inbox",
    failed: (why: string) => `Your inbox cannot be read now: ${why}`,
  },
};
