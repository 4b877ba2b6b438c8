import type { Clock, IdSource } from "@todo-mesh/ports";
import type { Wait } from "../deps.ts";
import { type LogDeps, TurnLog } from "./turn-log.ts";
import type { TurnRow } from "./turn-row.ts";
import type { Turn } from "./turn.ts";

/** An owner that said nothing for so long has died. */
const DEAD_MS = 10_000;
/** Clocks of two machines may differ by so much. */
const CLOCKS_DIFFER_MS = 60_000;
/** How often a turn looks whether it was stopped on another replica. */
const LOOK_MS = 1_000;

/** The turns of this process. */
export interface RunningTurns {
  /** The name of one who may have a turn here. */
  newOwner(): string;
  /** Whether whoever had it is dead: on another replica it said nothing for ten seconds. */
  isDead(row: Pick<TurnRow, "owner" | "beat_at">): boolean;
  find(userId: string, turnId: string): TurnLog | undefined;
  /** Runs a turn to the end of its work: it says that it lives, and can be heard and stopped. */
  run<Result>(
    turn: Omit<Turn, "log" | "stopped">,
    mine: Pick<ConstructorParameters<typeof TurnLog>[1], "owner" | "begun">,
    work: (turn: Turn, log: TurnLog) => Promise<Result>,
  ): Promise<Result>;
}

type RunningDeps = LogDeps & {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly wait: Wait;
};

/** Nothing runs yet. */
export function createRunningTurns(deps: RunningDeps): RunningTurns {
  const process = deps.ids.next();
  const running = new Map<string, TurnLog>();
  let owners = 0;

  const find: RunningTurns["find"] = (userId, turnId) => {
    for (const log of running.values()) if (log.isOf(userId, turnId)) return log;
    return undefined;
  };
  return {
    newOwner: () => `${process}.${(owners += 1)}`,
    isDead: ({ owner, beat_at }) => {
      if (owner.startsWith(`${process}.`)) return !running.has(owner);
      const silent = deps.clock.now().getTime() - Date.parse(beat_at);
      return silent > DEAD_MS || silent < -CLOCKS_DIFFER_MS;
    },
    find,
    run: async (turn, mine, work) => {
      const log = new TurnLog(deps, { ...mine, userId: turn.userId, turnId: turn.id });
      const over = new AbortController();
      running.set(mine.owner, log);
      void watch(log, deps, over.signal);
      try {
        return await work({ ...turn, log, stopped: log.stopped }, log);
      } finally {
        over.abort();
        running.delete(mine.owner);
        log.close();
      }
    },
  };
}

async function watch(log: TurnLog, { wait, ...deps }: RunningDeps, over: AbortSignal) {
  while (!over.aborted) {
    await wait(LOOK_MS, over);
    // A store that is away says nothing; it is asked again.
    if (!over.aborted)
      await log.look().catch((error: unknown) => deps.log.debug("a turn saw nothing", { error }));
  }
}
