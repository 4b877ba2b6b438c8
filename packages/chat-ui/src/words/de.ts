import { chat } from "./de/chat.ts";
import { imports } from "./de/imports.ts";
import { person } from "./de/person.ts";
import { reminders } from "./de/reminders.ts";
import { tasks } from "./de/tasks.ts";
import type { Words } from "./en.ts";

/** Every word of the page, in German. */
export const de: Words = { ...tasks, ...reminders, ...chat, ...person, ...imports };
