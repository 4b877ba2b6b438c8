import { Outcome, TaskLine, type ToolCall, WhichTime } from "@todo-mesh/contracts";
import { z } from "zod";
import type { Intent, TaskNamed } from "../intents/intent.ts";

/** An action to call by its name, and with what. Times are phrases, tasks are words; `task_id` when a number told which. */
export type PlannedCall = Pick<ToolCall, "name" | "arguments">;

/** The numbered tasks a conversation showed last; `asked` is the action that waits to hear which one is meant. */
export interface Shown {
  readonly tasks?: readonly TaskLine[] | undefined;
  readonly asked?: string | undefined;
  /** Until when that is to be. */
  readonly until?: string | undefined;
  /** The one task that was spoken of last. */
  readonly last?: TaskLine | undefined;
  /** The times it asked about, when it waits to hear which one is meant. */
  readonly times?: WhichTime | undefined;
}

/** Which action an intent calls for; undefined when there is nothing to do but to answer. */
export function planTurn(intent: Intent, shown: Shown): PlannedCall | undefined {
  if (intent.kind === "call") return { name: intent.name, arguments: intent.arguments };
  if (intent.kind === "pick") return picked(intent.number, shown);
  if (intent.kind !== "change") return undefined;
  const call = pointedAt(intent.name, intent.task, shown);
  return call && withUntil(call, intent.until);
}

/** What the last answers of a conversation showed, the newest message last. Only a question asked just now waits for its answer. */
export function lastShown(
  messages: readonly { readonly tool_calls?: readonly ToolCall[] | undefined }[],
): Shown {
  const [newest, ...older] = messages.toReversed().map(({ tool_calls = [] }) => tool_calls);
  const last = [newest ?? [], ...older].flat().map(taskSpokenOf).find(Boolean);
  const asked = (newest ?? []).map(shownBy).find((shown) => shown !== undefined);
  if (asked) return { ...asked, last };
  const before = older
    .flat()
    .map(shownBy)
    .find((shown) => shown?.tasks !== undefined);
  return { tasks: before?.tasks ?? [], last };
}

const OfOneTask = Outcome.extend({ task: TaskLine });
const OfTasks = Outcome.extend({ tasks: z.array(TaskLine) });

const Until = z.object({ until: z.string().optional() });

const taskSpokenOf = ({ result }: ToolCall): TaskLine | undefined =>
  OfOneTask.safeParse(result).data?.task;

function shownBy({ name, arguments: given, result }: ToolCall): Shown | undefined {
  const times = WhichTime.safeParse(result).data;
  if (times) return { times };
  const shown = OfTasks.safeParse(result).data;
  if (!shown) return undefined;
  if (shown.outcome !== "several") return { tasks: shown.tasks };
  return { tasks: shown.tasks, asked: name, until: Until.safeParse(given).data?.until };
}

function picked(number: number, shown: Shown): PlannedCall | undefined {
  if (!shown.times)
    return shown.asked === undefined ? undefined : answered(shown.asked, number, shown);
  const { title, choices, remind = false } = shown.times;
  const when = choices[number - 1];
  if (when === undefined) return undefined;
  return { name: "add_task", arguments: { title, when, ...(remind && { remind }) } };
}

// "Complete 2" means the second of the list. Without one it means nothing: "buy 2 tickets" is not the answer.
function pointedAt(name: string, { words, number, pointing }: TaskNamed, shown: Shown) {
  if (pointing)
    return shown.last && { name, arguments: { task: shown.last.title, task_id: shown.last.id } };
  return number === undefined
    ? { name, arguments: { task: words } }
    : numbered(name, number, shown);
}

function answered(name: string, number: number, shown: Shown): PlannedCall | undefined {
  const call = numbered(name, number, shown);
  return call && withUntil(call, shown.until);
}

const withUntil = (call: PlannedCall, until: string | undefined): PlannedCall =>
  until === undefined ? call : { ...call, arguments: { ...call.arguments, until } };

function numbered(name: string, number: number, { tasks = [] }: Shown): PlannedCall | undefined {
  const task = tasks[number - 1];
  return task && { name, arguments: { task: task.title, task_id: task.id } };
}
