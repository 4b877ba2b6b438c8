import { Outcome, type ToolCall } from "@todo-mesh/contracts";
import { kindOf } from "@todo-mesh/ports";
import { LANGUAGES } from "../../domain/languages/languages.ts";
import { localeIn } from "../../domain/languages/locale-in.ts";
import type { TaskDeps } from "../deps.ts";
import { lookFirst } from "../look-first.ts";
import { selectChanges, type TakenFromJournal } from "../undo/select-changes.ts";
import { isMuch } from "../undo/undo-changes.ts";
import { type Call, once, outcomeOf } from "./run-call.ts";
import type { Turn } from "./turn.ts";
import { undoInTurn } from "./undo-in-turn.ts";

interface Making {
  readonly made: { readonly calls: ReadonlyMap<string, ToolCall> };
  readonly isMade: (call: ToolCall) => void;
}

/**
 * Takes back what other turns did, turn by turn, each once; where a task was changed since, all of its turn stays.
 * Answers what is to be said of it, before anything else: nothing where they changed nothing.
 */
export async function takeBack(
  deps: TaskDeps,
  turn: Turn,
  turnIds: readonly string[],
  { made, isMade }: Making,
): Promise<string> {
  const said: string[] = [];
  for (const turn_id of turnIds) {
    const call = { id: `${turn.id}.back.${turn_id}`, name: "undo", arguments: { turn_id } };
    const before = made.calls.get(call.id);
    const result = before ? Outcome.parse(before.result) : await takeBackOne(deps, turn, call);
    if (!result) continue;
    isMade({ ...call, result });
    said.push(`${wordsFor(deps, turn, result)}\n`);
  }
  return said.join("");
}

async function takeBackOne(
  deps: TaskDeps,
  turn: Turn,
  call: Call & { readonly arguments: { readonly turn_id: string } },
): Promise<Outcome | undefined> {
  const [{ userId }, { turn_id }] = [turn, call.arguments];
  try {
    return await lookFirst(deps.commit, userId, {
      look: () => selectChanges(deps, userId, { turn_id, whole: true }).catch(unlessNothingStands),
      act: async (tx, found) => {
        const changes = found();
        // Under the name of the turn that it undoes, so that this one has no more than it does itself.
        const gone = { id: turn_id, userId };
        return changes && once(tx, turn, call, () => undoInTurn(deps, tx, gone, changes));
      },
      isLarge: (found) => found !== undefined && isMuch(found),
    });
  } catch (error) {
    return outcomeOf(error);
  }
}

// It changed nothing, or all of that is taken back already.
function unlessNothingStands(error: unknown): TakenFromJournal | undefined {
  if (kindOf(error) === "not-found" || kindOf(error) === "conflict") return undefined;
  throw error;
}

function wordsFor({ actions }: Pick<TaskDeps, "actions">, turn: Turn, result: Outcome): string {
  const locale = localeIn(turn.context);
  const words = actions.say("undo", result, locale);
  return result.outcome === "refused"
    ? `${words} ${LANGUAGES[locale].replies.undone.stays}`
    : words;
}
