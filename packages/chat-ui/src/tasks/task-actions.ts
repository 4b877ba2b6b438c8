import type { Task, TaskDraft, TaskPatch, UndoAnswer } from "@todo-mesh/contracts";
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { ask } from "../api/call.ts";
import { reasonOf } from "../api/problem.ts";
import { showToast } from "../shell/toasts.ts";
import { words } from "../words/words.ts";
import { type Day, movedTo, tomorrow, tomorrowMorning } from "./moving.ts";
import { putTask } from "./task-cache.ts";

/** Answers the task as it is then; nothing, if that was refused. */
type Act = (task: Task) => Promise<Task | undefined>;
type Until = { readonly minutes: number } | "tomorrow";

/** What a person does to a task on the page. Each says what it did, and offers to take it back. */
export interface TaskActions {
  readonly add: (draft: TaskDraft, key: string) => Promise<Task>;
  readonly toggle: Act;
  readonly remove: Act;
  readonly restore: Act;
  readonly move: (task: Task, day: Day) => ReturnType<Act>;
  readonly toTomorrow: Act;
  /** Lets the date that is to be done next pass. */
  readonly skip: Act;
  /** Keeps the date that is to be done next, and ends what comes after it. */
  readonly endSeries: Act;
  readonly snooze: (task: Task, until: Until) => ReturnType<Act>;
  /** What rang is known: it does not ring again by itself. */
  readonly dismiss: Act;
  readonly rename: (task: Task, title: string) => ReturnType<Act>;
  /** Throws what is refused, so that the form that asks can say it and keep what was typed. */
  readonly change: (task: Task, patch: TaskPatch) => Promise<void>;
}

export function useTaskActions(): TaskActions {
  const client = useQueryClient();
  return useMemo(() => actionsOn(client), [client]);
}

function actionsOn(client: QueryClient): TaskActions {
  const settle = (verb: string, task: Task): Task => {
    putTask(client, task);
    showToast({ text: `${verb} “${task.title}”`, undo: () => void undoChange(client, task) });
    return task;
  };
  const attempt = async (verb: string, asked: Promise<Task>): Promise<Task | undefined> => {
    try {
      return settle(verb, await asked);
    } catch (error) {
      return sayFailed(error);
    }
  };
  const { said } = words;
  const move: TaskActions["move"] = (task, day) =>
    attempt(said.moved, patch(task, movedTo(task, day)));
  return {
    add: async (body, key) =>
      settle(said.added, await ask<Task>("/tasks", { method: "POST", body, key })),
    toggle: (task) =>
      task.status === "done"
        ? attempt(said.reopened, post(task, "reopen"))
        : attempt(said.completed, post(task, "complete")),
    remove: ({ id }) =>
      attempt(said.deleted, ask(`/tasks/${id}`, { method: "DELETE", key: crypto.randomUUID() })),
    restore: (task) => attempt(said.restored, post(task, "restore")),
    move,
    toTomorrow: (task) => move(task, tomorrow()),
    skip: (task) => attempt(said.skipped, post(task, "skip")),
    endSeries: (task) => attempt(said.seriesEnded, post(task, "end-series")),
    snooze: (task, until) =>
      attempt(
        said.snoozed,
        post(task, "snooze", { until: until === "tomorrow" ? tomorrowMorning() : until }),
      ),
    dismiss: (task) => attempt(said.dismissed, post(task, "dismiss")),
    rename: (task, title) => attempt(said.updated, patch(task, { title })),
    change: async (task, body) => void settle(said.updated, await patch(task, body)),
  };
}

const post = ({ id }: Task, how: string, body?: object): Promise<Task> =>
  ask(`/tasks/${id}/${how}`, {
    method: "POST",
    key: crypto.randomUUID(),
    ...(body && { body }),
  });

function patch(task: Task, body: TaskPatch): Promise<Task> {
  const { id, version } = task;
  return ask<Task>(`/tasks/${id}`, { method: "PATCH", body, version, key: crypto.randomUUID() });
}

/** Takes back one change of a task. */
const undoChange = (client: QueryClient, { change_id }: Task): Promise<boolean> =>
  takeBack(client, { change_id });

/** A change, or all of a turn of the chat or of a batch. */
type Undone =
  { readonly change_id: string } | { readonly turn_id: string } | { readonly batch_id: string };

/** Takes it back; what is refused is thrown. */
export async function undo(client: QueryClient, what: Undone): Promise<void> {
  const key = crypto.randomUUID();
  const { tasks } = await ask<UndoAnswer>("/undo", { method: "POST", body: what, key });
  for (const task of tasks) putTask(client, task);
  showToast({ text: words.said.undone });
}

/** Takes it back, or says why not; answers whether that worked. */
export async function takeBack(client: QueryClient, what: Undone): Promise<boolean> {
  try {
    await undo(client, what);
    return true;
  } catch (error) {
    sayFailed(error);
    return false;
  }
}

/** Says what was refused, where nothing else does. */
export function sayFailed(error: unknown): undefined {
  showToast({ text: words.said.failed(reasonOf(error)), failed: true });
}
