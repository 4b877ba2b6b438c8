import { Outcome, type Task, TaskLine, type UntilInput } from "@todo-mesh/contracts";
import type { Action, Done, Scene } from "../actions/action.ts";
import { localeIn } from "../languages/locale-in.ts";
import type { KeptAct } from "./approval.ts";
import { changeMeant, type Meant } from "./meant-task.ts";
import type { PlannedCall } from "./plan-turn.ts";

/** What a wish would come to: an act for its person to allow, or an outcome that changes nothing. */
export type Foreseen = { readonly act: KeptAct } | { readonly instead: Outcome };

/** Foresees in words what a call would do to the task that is meant, or what it would add; undefined where nobody can be asked. */
export function foresee(
  action: Action,
  { name, arguments: given }: PlannedCall,
  { meant, scene }: { readonly meant?: Meant | undefined; readonly scene: Scene },
): Foreseen | undefined {
  const would = action.tool?.would[localeIn(scene.context)];
  if (!would) return undefined;
  if (meant && "instead" in meant) return meant;
  const task = meant?.task;
  const said = { arguments: given, until: saidUntil(given) };
  const { outcome, change } = enact(action, said, { task, scene });
  if (change?.kind !== "changed") return { instead: outcome };
  return { act: { name, ...pinned(given, task), effect: would(outcome), until: untilOf(outcome) } };
}

/** What is given and which task is meant, as it is now. */
const pinned = (given: PlannedCall["arguments"], task: Task | undefined) =>
  task
    ? {
        arguments: { ...given, task: task.title, task_id: task.id },
        task: { id: task.id, version: task.version },
      }
    : { arguments: given };

const saidUntil = ({ until }: PlannedCall["arguments"]): UntilInput | undefined =>
  typeof until === "string" ? { text: until } : undefined;

function untilOf(outcome: Outcome): KeptAct["until"] {
  const { silent_until: until } = OfOneTask.parse(outcome).task;
  return until && { at: until.at, timezone: until.timezone };
}

const OfOneTask = Outcome.extend({ task: TaskLine });

interface Enacted extends Pick<KeptAct, "arguments"> {
  readonly until?: UntilInput | undefined;
}

/** What comes of it when it is done: to this task, or as something new. */
export function enact(
  { name, tool, onTask }: Action,
  { arguments: given, until }: Enacted,
  { task, scene }: { readonly task: Task | undefined; readonly scene: Scene },
): Done {
  const work = tool?.workFor(given);
  if (work?.kind === "add") return work.make(scene);
  if (!onTask || !task) throw new Error(`${name} does not say how it changes a task`);
  return changeMeant(onTask, task, scene.stamp, until && { until, context: scene.context });
}
