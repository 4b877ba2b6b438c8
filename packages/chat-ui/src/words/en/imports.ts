import { count } from "./count.ts";

const tasks = (n: number): string => count(n, "task", "tasks");

export const imports = {
  imports: {
    offer: "Bring tasks along",
    hint: "From a project of Todoist (CSV) or a calendar with tasks (iCalendar).",
    button: "Import",
    heading: "Bring tasks along",
    choose: "Choose a file, or drop it here",
    kinds: "Todoist (.csv) or iCalendar (.ics), at most 200,000 characters and 500 entries",
    reading: "The file is being read",
    unreadable: {
      empty: "There is nothing in this file.",
      tooLong:
        "This file has more than 200,000 characters. Divide it, and bring its parts along one by one.",
      noText: "This file is no text in UTF-8.",
      unknown:
        "This file is neither a project of Todoist (its first line names the columns TYPE and CONTENT) nor a calendar (it begins with BEGIN:VCALENDAR).",
    },
    line: (n: number) => `Line ${n}`,
    untitled: "Without a title",
    leftOut: (n: number) => `${count(n, "entry is", "entries are")} left out`,
    taken: (n: number) => tasks(n),
    before: "Nothing is added yet. This is what would come of it:",
    nothing: "There is nothing in this file that could become a task.",
    add: (n: number) => `Add ${tasks(n)}`,
    adding: "Is being added",
    another: "Another file",
    after: (n: number) => (n === 1 ? "1 task was added." : `${tasks(n)} were added.`),
  },
};
