import type { ChatAnswer } from "@todo-mesh/contracts";
import { AppError, type Clock } from "@todo-mesh/ports";
import type { Wait } from "../deps.ts";
import { type BeginDeps, beginTurn } from "./begin-turn.ts";
import { followTurn, type Reader } from "./follow-turn.ts";
import type { OwnedTurn } from "./owned-turn.ts";
import type { RunningTurns } from "./running-turns.ts";
import type { AskedOfChat } from "./turn.ts";

/** How often it is looked whether the answer before is there, where another replica gives it. */
const LOOK_MS = 250;
/** How long a message waits for the answer before it, if it does not say so itself. */
const WAIT_MS = 30_000;

interface FreeDeps extends BeginDeps {
  readonly clock: Clock;
  readonly wait: Wait;
  readonly running: RunningTurns;
}

/** `heard`: another had the turn of this key, and its reader heard it to the end. */
type Free = OwnedTurn | { readonly kind: "answered"; readonly answer: ChatAnswer } | Heard;
interface Heard {
  readonly kind: "heard";
}

/**
 * Begins a turn when its conversation is free: `conflict` if the answer before takes longer than it may wait. The turn
 * of its key is heard where it goes on already, and taken up if its owner dies meanwhile.
 */
export async function beginWhenFree(
  deps: FreeDeps,
  asked: AskedOfChat,
  reader: Reader,
): Promise<Free> {
  const { userId, waitMs = WAIT_MS } = asked;
  const until = deps.clock.now().getTime() + waitMs;
  for (;;) {
    const begun = await beginTurn(deps, asked);
    if (begun.kind === "running" || begun.kind === "answered") return begun;
    const { kind, turnId } = begun;
    if (kind === "under-way") {
      const end = await followTurn(deps, { userId, turnId }, reader);
      if (end === "ended") return { kind: "heard" };
    } else if (deps.clock.now().getTime() >= until) throw busy();
    else await soon(deps, userId, turnId);
  }
}

async function soon({ running, wait }: FreeDeps, userId: string, turnId: string): Promise<void> {
  const over = new AbortController();
  const ended = running.find(userId, turnId)?.closed;
  await Promise.race([wait(LOOK_MS, over.signal), ...(ended ? [ended] : [])]);
  over.abort();
}

const busy = (): AppError =>
  new AppError(
    "conflict",
    "The answer before this is still being given: wait for it, or stop it, and say this again",
  );
