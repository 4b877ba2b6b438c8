import { isolated, reasonOf } from "@todo-mesh/contracts";
import type { ImportWords } from "../../replies/import-words.ts";

/** What became of the entries of a file, in English. */
export const imports: ImportWords = {
  noTable:
    "its first line must name the columns, TYPE and CONTENT among them, as Todoist exports a project",
  noCalendar: "must be an iCalendar file: it begins with BEGIN:VCALENDAR",
  tooMany: (most) => `has more than ${most} entries: divide it`,
  leftOut: {
    tooLong: (most) => `It has more than ${most} characters`,
    noRow: "It is no row of a table",
    onNoTask: "It is a comment on no task",
    unreadable: "It is not written as RFC 5545 says",
    noTask: "It is no task",
    cancelled: "It was cancelled",
    done: "It is done already",
    oneDate: "It is one date of a series that was changed by hand",
  },
  refused: ({ message, fields }) =>
    fields.map((each) => `${each.field}: ${each.message}`).join("; ") || message,
  remarks: {
    longTitle: "Its title is too long for one: all of it stands in the notes",
    cutNotes: (most) => `Its notes were cut after ${most} characters`,
    tags: (most, without) =>
      `Of its tags the first ${most} are kept, without ${without.join(", ")}`,
    severalTimes: (said, choices) =>
      `${isolated(said)} can be ${choices.join(" or ")}: it has no date until you say which`,
    noTime: (said) => `${isolated(said)} is not understood: it has no date`,
    noZone: (zone) => `There is no time zone ${zone}: it has no date`,
    noDate: (said) => `${said} is no date: it has none`,
    noStart: "It repeats without a first date: once is kept",
    alarm: (said) => `Its alarm ${said} is not kept`,
    once: (why) => `Its rule is not kept, so it comes once: ${reasonOf(why)}`,
    noTitle: "It has no title",
    priority: (said) => `Its priority “${said}” is not known: it has none`,
    unclearRule: (said) => `“${said}” is not clear: once is kept`,
  },
  notes: {
    partOf: "Part of",
    deadline: "Deadline",
    takes: "Takes",
    for: "For",
    date: "Date",
    due: "Due",
    repeats: "Repeats",
  },
  untitled: "Untitled",
};
