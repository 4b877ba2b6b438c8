import type { ToolCall } from "@todo-mesh/contracts";
import type { Intent, TaskNamed, Which } from "./grammar/intent.ts";
import { type TaskLine, ToolOutcome } from "./tool-outcome.ts";

export type ChangingTool =
  "complete_task" | "delete_task" | "reopen_task" | "restore_task" | "skip_task" | "end_series";

/** A tool to call, and with what. Times are phrases, tasks are words; `task_id` when a number told which. */
export type PlannedCall =
  | {
      readonly name: "add_task";
      readonly arguments: {
        readonly title: string;
        readonly when?: string;
        /** It is to ring, so a day needs a time. */
        readonly remind?: true;
      };
    }
  | { readonly name: "undo"; readonly arguments: Record<string, never> }
  | { readonly name: "list_tasks"; readonly arguments: { readonly which: Which } }
  | {
      readonly name: ChangingTool;
      readonly arguments: { readonly task: string; readonly task_id?: string };
    };

/** The numbered tasks a conversation showed last; `asked` is the tool that waits to hear which one is meant. */
export interface Shown {
  readonly tasks?: readonly TaskLine[] | undefined;
  readonly asked?: ChangingTool | undefined;
  /** The one task that was spoken of last. */
  readonly last?: TaskLine | undefined;
  /** The times it asked about, when it waits to hear which one is meant. */
  readonly times?: Extract<ToolOutcome, { outcome: "which-time" }> | undefined;
}

const TOOLS = {
  complete: "complete_task",
  delete: "delete_task",
  reopen: "reopen_task",
  restore: "restore_task",
  skip: "skip_task",
  "end-series": "end_series",
} as const;

/** Which tool an intent calls for; undefined when there is nothing to do but to answer. */
export function planTurn(intent: Intent, shown: Shown): PlannedCall | undefined {
  if (intent.kind === "add") {
    const { title, when, remind } = intent;
    return add({ title, ...(when !== undefined && { when }) }, remind !== undefined);
  }
  if (intent.kind === "list") return { name: "list_tasks", arguments: { which: intent.which } };
  if (intent.kind === "undo") return { name: "undo", arguments: {} };
  if (intent.kind === "pick") return picked(intent.number, shown);
  return "task" in intent ? pointedAt(TOOLS[intent.kind], intent.task, shown) : undefined;
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

function taskSpokenOf({ result }: ToolCall): TaskLine | undefined {
  const outcome = ToolOutcome.safeParse(result).data;
  return outcome && "task" in outcome ? outcome.task : undefined;
}

function shownBy({ name, result }: ToolCall): Shown | undefined {
  const outcome = ToolOutcome.safeParse(result).data;
  if (outcome?.outcome === "which-time") return { times: outcome };
  if (!outcome || !("tasks" in outcome)) return undefined;
  return {
    tasks: outcome.tasks,
    asked: outcome.outcome === "several" ? toolNamed(name) : undefined,
  };
}

function picked(number: number, shown: Shown): PlannedCall | undefined {
  if (!shown.times) return shown.asked && numbered(shown.asked, number, shown);
  const { title, choices, remind = false } = shown.times;
  const when = choices[number - 1];
  return when === undefined ? undefined : add({ title, when }, remind);
}

const add = (said: { title: string; when?: string }, remind: boolean): PlannedCall => ({
  name: "add_task",
  arguments: { ...said, ...(remind && { remind }) },
});

// "Complete 2" means the second of the list. Without one it means nothing: "buy 2 tickets" is not the answer.
function pointedAt(name: ChangingTool, { words, number, pointing }: TaskNamed, shown: Shown) {
  if (pointing)
    return shown.last && { name, arguments: { task: shown.last.title, task_id: shown.last.id } };
  return number === undefined
    ? { name, arguments: { task: words } }
    : numbered(name, number, shown);
}

function numbered(
  name: ChangingTool,
  number: number,
  { tasks = [] }: Shown,
): PlannedCall | undefined {
  const task = tasks[number - 1];
  return task && { name, arguments: { task: task.title, task_id: task.id } };
}

const toolNamed = (name: string) => Object.values(TOOLS).find((tool) => tool === name);
