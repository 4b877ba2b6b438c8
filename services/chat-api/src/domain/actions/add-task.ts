import { AddInput, AddOutcome } from "@todo-mesh/contracts";
import { readAdding } from "../grammar/adding.ts";
import { createTask } from "../tasks/task-change.ts";
import { lineOf } from "../tasks/task-line.ts";
import { timeOfTask } from "../grammar/time-of-task.ts";
import { inEach } from "../languages/languages.ts";
import { defineAction, type Done, type Scene } from "./action.ts";

export const addTask = defineAction({
  name: "add_task",
  plainName: "remind",
  title: "Add a task",
  about: "A time that can mean several things is asked back, and nothing is added.",
  verb: "created",
  risk: "change",
  effect: "transaction",
  input: AddInput,
  outcome: AddOutcome,
  does: (input) => ({ kind: "add", make: (scene) => make(input, scene) }),
  hear: readAdding,
  words: inEach(({ actions }) => actions.add_task),
});

function make(
  { title, when, remind = false, link }: AddInput,
  { userId, context, newId, stamp }: Scene,
): Done {
  const time = when === undefined ? {} : timeOfTask({ title, when, remind }, context);
  if ("instead" in time) return { outcome: time.instead };
  const { series, rings, ends, ...times } = time;
  const change = createTask({ id: newId, userId, title, ...times }, stamp);
  const task = lineOf(change.task);
  const told = { ...(series && { series }), ...(ends && { ends }), ...(rings && { rings }) };
  return { outcome: { outcome: "added", task, ...told, ...reminding(remind, link) }, change };
}

const reminding = (remind: boolean, link: AddInput["link"]) =>
  remind && { remind, ...(link && { link }) };
