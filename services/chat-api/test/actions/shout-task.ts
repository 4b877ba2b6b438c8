import { quoted } from "@todo-mesh/contracts";
import { defineTaskAction } from "../../src/domain/actions/action.ts";
import { ACTIONS } from "../../src/domain/actions/all.ts";
import { createCatalogue } from "../../src/domain/actions/catalogue.ts";
import { changed } from "../../src/domain/tasks/task-change.ts";
import { isDone, isOpen } from "../../src/domain/tasks/task-list.ts";

/** An action that nobody else has heard of. */
const shoutTask = defineTaskAction({
  name: "shout_task",
  title: "Shout a task",
  about: "Its title is in capitals then.",
  op: "shout",
  verb: "shouted",
  risk: "change",
  candidates: [isOpen, isDone],
  apply: (task, stamp) => changed("shouted", task, { title: task.title.toUpperCase() }, stamp),
  words: {
    en: {
      undone: "is quiet again",
      examples: ["shout buy milk"],
      sentences: [/^shout (.+)$/i],
      say: ({ task: { title } }) => `${quoted(title)} cannot be overheard.`,
    },
    de: {
      undone: "ist wieder leise",
      examples: ["rufe Milch kaufen"],
      sentences: [/^rufe (.+)$/i],
      say: ({ task: { title } }) => `${quoted(title)} ist nicht zu überhören.`,
    },
  },
});

export const WITH_SHOUT = createCatalogue([...ACTIONS, shoutTask]);
