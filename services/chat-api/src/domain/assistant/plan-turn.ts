import { Outcome, TaskLine, type ToolCall, WhichTime } from "@todo-mesh/contracts";
import { z } from "zod";
import { tookEffect } from "../actions/took-effect.ts";
import { reasonFor } from "../tasks/reasons.ts";
import type { Intent, TaskNamed } from "../intents/intent.ts";

/** An action to call by its name, and with what. Times are phrases, tasks are words; `task_id` when a number told which. */
export type PlannedCall = Pick<ToolCall, "name" | "arguments">;

/** What a wish calls for, behind taking back what a turn before did. */
export type Plan = PlannedCall & { readonly back?: string };

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
  /** The call that was refused for its time, and waits to hear another. */
  readonly refused?: (PlannedCall & { readonly choices: readonly string[] }) | undefined;
  /** What was done last to one task, and in which turn. */
  readonly did?: (PlannedCall & { readonly turnId: string }) | undefined;
}

/** Which action an intent calls for; undefined when there is nothing to do but to answer. */
export function planTurn(intent: Intent, shown: Shown): Plan | undefined {
  if (intent.kind === "call") return { name: intent.name, arguments: intent.arguments };
  if (intent.kind === "pick") return picked(intent.number, shown);
  if (intent.kind === "time") return atTime(intent, shown);
  if (intent.kind === "other") return toTheOther(intent.how, shown);
  if (intent.kind !== "change") return undefined;
  const call = pointedAt(intent.name, intent.task, shown);
  return call && withUntil(call, intent.until);
}

/** What was said in a turn, and done. */
interface Answer {
  readonly turn_id: string;
  readonly tool_calls?: readonly ToolCall[] | undefined;
}

/** What the last answers of a conversation showed, the newest message last. Only a question asked just now waits for its answer. */
export function lastShown(messages: readonly Answer[]): Shown {
  const [newest, ...older] = messages.toReversed();
  const calls = [newest, ...older].flatMap((each) => each?.tool_calls?.toReversed() ?? []);
  const last = calls.map(taskSpokenOf).find(Boolean);
  const now = { last, ...(newest && doneIn(newest)) };
  const asked = (newest?.tool_calls ?? []).map(shownBy).find((shown) => shown !== undefined);
  if (asked) return { ...now, ...asked };
  const before = older
    .flatMap(({ tool_calls = [] }) => tool_calls)
    .map(shownBy)
    .find((shown) => shown?.tasks !== undefined);
  return { ...now, tasks: before?.tasks ?? [] };
}

const OfOneTask = Outcome.extend({ task: TaskLine });
const OfTasks = Outcome.extend({ tasks: z.array(TaskLine) });

const Until = z.object({ until: z.string().optional() });
const OfTask = z.object({ task: z.string() });

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

function doneIn({ turn_id, tool_calls = [] }: Answer): Pick<Shown, "refused" | "did"> {
  const call = tool_calls.at(-1);
  return call ? { refused: refusedIn(call), did: didIn(call, turn_id) } : {};
}

const Refused = z.object({ outcome: z.literal("refused"), detail: z.string() });

function refusedIn(call: ToolCall): Shown["refused"] {
  const refused = Refused.safeParse(call.result).data;
  if (!refused || call.arguments["until"] === undefined) return undefined;
  const why = reasonFor(refused.detail);
  return { ...call, choices: why?.reason === "which-moment" ? momentsIn(why.values) : [] };
}

const momentsIn = ([choices = ""]: readonly string[]): string[] => choices.split("; ");

function didIn(call: ToolCall, turnId: string): Shown["did"] {
  const done = OfOneTask.safeParse(call.result).data;
  const isOfTask = OfTask.safeParse(call.arguments).success;
  return done && isOfTask && tookEffect(done) ? { ...call, turnId } : undefined;
}

function picked(number: number, shown: Shown): PlannedCall | undefined {
  const when = choicesIn(shown)[number - 1];
  if (when !== undefined) return withTime(when, shown);
  return shown.asked === undefined ? undefined : answered(shown.asked, number, shown);
}

const choicesIn = ({ times, refused }: Shown): readonly string[] =>
  times?.choices ?? refused?.choices ?? [];

/** A time is the answer where one was asked for; a time of day is that of the days there were to choose from. */
function atTime(
  { phrase, clock }: Extract<Intent, { kind: "time" }>,
  shown: Shown,
): PlannedCall | undefined {
  const [chosen, other] = choicesIn(shown).filter((each) => clock && each.includes(clock));
  return withTime(chosen !== undefined && other === undefined ? chosen : phrase, shown);
}

function withTime(when: string, { times, refused }: Shown): PlannedCall | undefined {
  if (times) return addedAt(when, times);
  return refused && withUntil(refused, when);
}

const addedAt = (when: string, { title, remind = false }: WhichTime): PlannedCall => ({
  name: "add_task",
  arguments: { title, when, ...(remind && { remind }) },
});

/** The same as was done just now, to the other one of two; and, unless it is meant for both, no more to the first. */
function toTheOther(how: "instead" | "too", shown: Shown): Plan | undefined {
  const { did } = shown;
  const task = otherOf(shown);
  if (!task || !did) return undefined;
  const { until } = Until.parse(did.arguments);
  const call = withUntil(taskCall(did.name, task), until);
  return how === "too" ? call : { ...call, back: did.turnId };
}

function otherOf({ tasks = [], last }: Shown): TaskLine | undefined {
  const others = tasks.filter(({ id }) => id !== last?.id);
  return tasks.length === 2 && others.length === 1 ? others[0] : undefined;
}

// "Complete 2" means the second of the list. Without one it means nothing: "buy 2 tickets" is not the answer.
function pointedAt(
  name: string,
  { words, number, pointing, other }: TaskNamed,
  shown: Shown,
): PlannedCall | undefined {
  if (other) return ofTask(name, otherOf(shown));
  if (pointing) return ofTask(name, shown.last);
  return number === undefined
    ? { name, arguments: { task: words } }
    : numbered(name, number, shown);
}

function answered(name: string, number: number, shown: Shown): PlannedCall | undefined {
  const call = numbered(name, number, shown);
  return call && withUntil(call, shown.until);
}

const withUntil = (call: PlannedCall, until: string | undefined): PlannedCall =>
  until === undefined ? call : { name: call.name, arguments: { ...call.arguments, until } };

const numbered = (name: string, number: number, { tasks = [] }: Shown): PlannedCall | undefined =>
  ofTask(name, tasks[number - 1]);

const ofTask = (name: string, task: TaskLine | undefined): PlannedCall | undefined =>
  task && taskCall(name, task);

const taskCall = (name: string, { id, title }: TaskLine): PlannedCall => ({
  name,
  arguments: { task: title, task_id: id },
});
