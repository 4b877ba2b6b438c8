import { type KeptApproval, newApproval } from "../../domain/assistant/approval.ts";
import { foresee, type Foreseen } from "../../domain/assistant/foresee.ts";
import type { PlannedCall } from "../../domain/assistant/plan-turn.ts";
import { localeIn } from "../../domain/languages/locale-in.ts";
import { LANGUAGES } from "../../domain/languages/languages.ts";
import type { TaskDeps } from "../deps.ts";
import { lookForNamed, sceneOf } from "./change-in-turn.ts";
import { outcomeOf, workOf } from "./run-call.ts";
import type { Turn } from "./turn.ts";

/** What becomes of wishes. */
export interface Proposal {
  /** What would change nothing, and then the question. */
  readonly text: string;
  readonly approval?: KeptApproval | undefined;
  /** Those that nobody can be asked about. */
  readonly left: readonly PlannedCall[];
}

/** Makes of wishes one question that their person may say yes to. */
export async function propose(
  deps: TaskDeps,
  turn: Turn,
  wishes: readonly PlannedCall[],
): Promise<Proposal> {
  const foreseen: Wish[] = [];
  // One after the other: each looks through the whole list.
  for (const wish of wishes) foreseen.push({ wish, seen: await foreseeWish(deps, turn, wish) });
  return proposalOf(deps, turn, foreseen);
}

type Asking = Pick<Turn, "id" | "conversationId" | "context">;

/** A wish of a model, and what it would come to. */
export interface Wish {
  readonly wish: PlannedCall;
  readonly seen: Foreseen | undefined;
}

/** The question, and what is told beside it. */
export function proposalOf(
  { ids, clock, actions }: Pick<TaskDeps, "ids" | "clock" | "actions">,
  { id: turn_id, conversationId: conversation_id, context }: Asking,
  foreseen: readonly Wish[],
): Proposal {
  const locale = localeIn(context);
  const acts = foreseen.flatMap(({ seen }) => (seen && "act" in seen ? seen.act : []));
  const told = foreseen.flatMap(({ wish, seen }) =>
    seen && "instead" in seen ? actions.say(wish.name, seen.instead, locale) : [],
  );
  const left = foreseen.flatMap(({ wish, seen }) => (seen ? [] : wish));
  if (acts.length === 0) return { text: told.join("\n"), left };
  const question = LANGUAGES[locale].approval.ask(acts.map(({ effect }) => effect));
  const asking = { id: ids.next(), conversation_id, turn_id, acts };
  const approval = newApproval(asking, context, clock.now());
  return { text: [...told, question].join("\n"), approval, left };
}

/** What a call would come to; undefined where nobody can be asked about it. */
export async function foreseeWish(
  deps: TaskDeps,
  turn: Turn,
  wish: PlannedCall,
): Promise<Foreseen | undefined> {
  const action = deps.actions.named(wish.name);
  if (!action?.tool) return undefined;
  try {
    const work = workOf(action.tool, wish);
    const { onTask } = action;
    const isChange = work.kind === "change" && onTask;
    const meant = isChange ? await lookForNamed(deps, turn, onTask, work.task) : undefined;
    return foresee(action, wish, { meant, scene: sceneOf(deps, turn) });
  } catch (error) {
    return { instead: outcomeOf(error) };
  }
}
