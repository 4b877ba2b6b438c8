import type { Outcome, ToolCall } from "@todo-mesh/contracts";
import type { TaskDeps } from "../deps.ts";
import type { TurnActions } from "./responder.ts";
import { runCall } from "./run-call.ts";
import type { Tell, Turn } from "./turn.ts";

/**
 * The calls of a turn, each under its key, else numbered in the order they are made: whoever responds to the turn again
 * and makes the same calls has each of them done once.
 */
export function callsOf(deps: TaskDeps, turn: Turn, tell: Tell) {
  const made: ToolCall[] = [];
  const call: TurnActions["call"] = async (planned, key = String(made.length + 1)) => {
    const asked = { id: `${turn.id}.${key}`, ...planned };
    tell({ event: "tool.started", data: asked });
    const result = await runCall(deps, turn, asked);
    made.push({ ...asked, result });
    tell({ event: "tool.finished", data: { ...asked, result } });
    return result;
  };
  return { actions: { call: inOrder(call) }, made };
}

/** Calls wait for the one before them, also where whoever makes them does not. */
function inOrder(call: TurnActions["call"]): TurnActions["call"] {
  let before: Promise<unknown> = Promise.resolve();
  return (planned, key) => {
    const done: Promise<Outcome> = before.then(() => call(planned, key));
    before = done.catch(() => undefined);
    return done;
  };
}
