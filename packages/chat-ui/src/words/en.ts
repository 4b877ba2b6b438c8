import { chat } from "./en/chat.ts";
import { imports } from "./en/imports.ts";
import { person } from "./en/person.ts";
import { reminders } from "./en/reminders.ts";
import { tasks } from "./en/tasks.ts";

/** Every word of the page, in English. Another language is another table of this shape. */
export const en = { ...tasks, ...reminders, ...chat, ...person, ...imports };

export type Words = typeof en;
