import { type Task, TaskRef, type ToolCall } from "@todo-mesh/contracts";
import type { Changes, Transaction } from "@todo-mesh/state";
import type { Action, Done } from "../../domain/actions/action.ts";
import {
  contextOfApproval,
  type KeptAct,
  type KeptApproval,
} from "../../domain/assistant/approval.ts";
import { enact, foresee } from "../../domain/assistant/foresee.ts";
import { type Meant, meantByNumber } from "../../domain/assistant/meant-task.ts";
import type { TaskDeps } from "../deps.ts";
import { loadForChange } from "../tasks/load-for-change.ts";
import { recordChange } from "../tasks/record-change.ts";
import { sceneOf } from "./change-in-turn.ts";
import type { Wish } from "./propose.ts";

interface Asked {
  readonly userId: string;
  readonly approval: KeptApproval;
}

/** Does all that was asked, in one transaction; undefined, and nothing is written, if a task is not as it was then. */
export async function carryOut(
  deps: TaskDeps,
  tx: Transaction,
  { userId, approval, turnId }: Asked & { readonly turnId: string },
): Promise<ToolCall[] | undefined> {
  const draft = await loadForChange(deps, tx, userId);
  const isAsThen = ({ task }: KeptAct): boolean =>
    task === undefined || draft.get(task.id)?.version === task.version;
  if (!approval.acts.every(isAsThen)) return undefined;
  const origin = { by: "assistant", turn_id: turnId } as const;
  const calls: ToolCall[] = [];
  for (const act of approval.acts) {
    const { outcome, change } = doneBy(deps, act, { userId, approval, draft });
    if (change) await recordChange(deps, tx, draft, { change, origin });
    const { name, arguments: given } = act;
    calls.push({ id: `${turnId}.${calls.length + 1}`, name, arguments: given, result: outcome });
  }
  return calls;
}

interface OnDraft extends Asked {
  readonly draft: Changes<Task>;
}

function doneBy(deps: TaskDeps, act: KeptAct, { userId, approval, draft }: OnDraft): Done {
  const action = actionOf(deps, act);
  const meant = meantBy(deps, action, act, draft);
  if (meant && "instead" in meant) return { outcome: meant.instead };
  const scene = sceneOf(deps, { userId, context: contextOfApproval(approval) });
  return enact(action, act, { task: meant?.task, scene });
}

/** What the acts would do to the list as it is now. */
export async function foreseeAgain(
  deps: TaskDeps,
  tx: Transaction,
  { userId, approval }: Asked,
): Promise<Wish[]> {
  const draft = await loadForChange(deps, tx, userId);
  const context = contextOfApproval(approval);
  return approval.acts.map((act) => {
    const action = actionOf(deps, act);
    const meant = meantBy(deps, action, act, draft);
    const scene = sceneOf(deps, { userId, context });
    return { wish: act, seen: foresee(action, act, { meant, scene }) };
  });
}

function meantBy(
  { clock }: TaskDeps,
  { onTask }: Action,
  { task, arguments: given }: KeptAct,
  draft: Changes<Task>,
): Meant | undefined {
  if (!task || !onTask) return undefined;
  const { task: words } = TaskRef.strip().parse(given);
  return meantByNumber(onTask.candidates, draft.get(task.id), words, clock.now());
}

function actionOf({ actions }: TaskDeps, { name }: KeptAct): Action {
  const action = actions.named(name);
  if (!action) throw new Error(`There is no action ${name}`);
  return action;
}
