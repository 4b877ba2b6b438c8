import type { Task, TaskDraft, TaskPatch, UndoAnswer } from "@todo-mesh/contracts";
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { ask } from "../api/call.ts";
import { reasonOf } from "../api/problem.ts";
import { showToast } from "../shell/toasts.ts";
import { words } from "../words/words.ts";
import { zone } from "../preferences/writing.ts";
import { addDays, dayOf } from "./dates.ts";
import { putTask } from "./task-cache.ts";

/** What a person does to tasks on the page. Each says what it did, and offers to take it back. */
export interface TaskActions {
  readonly add: (draft: TaskDraft, key: string) => Promise<Task>;
  readonly toggle: (task: Task) => Promise<void>;
  readonly remove: (task: Task) => Promise<void>;
  readonly restore: (task: Task) => Promise<void>;
  readonly toTomorrow: (task: Task) => Promise<void>;
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
  const act = async (verb: string, task: Task, how: string, method: "POST" | "DELETE" = "POST") => {
    const path = `/tasks/${task.id}${how}`;
    await ask<Task>(path, { method, key: crypto.randomUUID() })
      .then((after) => settle(verb, after))
      .catch(sayFailed);
  };
  const { said } = words;
  return {
    add: async (body, key) =>
      settle(said.added, await ask<Task>("/tasks", { method: "POST", body, key })),
    toggle: (task) =>
      task.status === "done"
        ? act(said.reopened, task, "/reopen")
        : act(said.completed, task, "/complete"),
    remove: (task) => act(said.deleted, task, "", "DELETE"),
    restore: (task) => act(said.restored, task, "/restore"),
    toTomorrow: async (task) => {
      await patch(task, { due: dueTomorrow(task) })
        .then((after) => settle(said.moved, after))
        .catch(sayFailed);
    },
    change: async (task, body) => void settle(said.updated, await patch(task, body)),
  };
}

function patch(task: Task, body: TaskPatch): Promise<Task> {
  const { id, version } = task;
  return ask<Task>(`/tasks/${id}`, { method: "PATCH", body, version, key: crypto.randomUUID() });
}

// The day moves, and the time of day stays.
function dueTomorrow({ due }: Task): NonNullable<TaskDraft["due"]> {
  const tomorrow = addDays(dayOf(new Date()), 1);
  if (!due || "date" in due) return { date: tomorrow, timezone: due?.timezone ?? zone };
  const local = `${tomorrow}${due.local.slice(10)}`;
  return { local, timezone: due.timezone, ...(due.floating && { floating: true }) };
}

/** Takes back one change of a task. */
const undoChange = (client: QueryClient, { change_id }: Task): Promise<boolean> =>
  takeBack(client, { change_id });

/** Takes back a change, or all that a turn of the chat did; answers whether that worked. */
export async function takeBack(
  client: QueryClient,
  what: { readonly change_id: string } | { readonly turn_id: string },
): Promise<boolean> {
  try {
    const key = crypto.randomUUID();
    const { tasks } = await ask<UndoAnswer>("/undo", { method: "POST", body: what, key });
    for (const task of tasks) putTask(client, task);
    showToast({ text: words.said.undone });
    return true;
  } catch (error) {
    sayFailed(error);
    return false;
  }
}

function sayFailed(error: unknown): void {
  showToast({ text: words.said.failed(reasonOf(error)), failed: true });
}
