import type { Task, TravelAnswer } from "@todo-mesh/contracts";
import type { Json } from "@todo-mesh/ports";
import { answerOnce, atomically, type Transaction } from "@todo-mesh/state";
import { z } from "zod";
import { isElsewhere, moveTo } from "../../domain/tasks/floating.ts";
import { answerAtTheEnd } from "../once/answer-at-the-end.ts";
import type { TaskDeps } from "../deps.ts";
import { recordChange } from "./record-change.ts";
import { type BeginLongWork, inParts, type Part } from "../long-work.ts";
import { answersOf, type Asked } from "../once/one-key.ts";
import { loadForChange, TOGETHER } from "./load-for-change.ts";
import { everyOf } from "./read-tasks.ts";

type TravelDeps = TaskDeps & { readonly longWork: BeginLongWork };

/**
 * A person is in another time zone now: what floats goes along, twenty tasks at a time, each once. Of two journeys
 * at once the second waits for the first. Cut off half-way it is asked again, and goes on; what has arrived is not
 * moved twice, and with the same key it is one batch, to be taken back as one.
 */
export function travel(deps: TravelDeps) {
  return (asked: Asked, timezone: string): Promise<Json> =>
    answerAtTheEnd(deps.store, asked, () =>
      inParts(deps.longWork, asked, async (part) => {
        const batch_id = await nameOf(deps, asked);
        return moveAll(deps, part, { ...asked, timezone, batch_id });
      }),
    );
}

export type Travel = ReturnType<typeof travel>;

/** What is asked again with its key has the name it had at first. */
async function nameOf({ store, ids }: TaskDeps, { userId, idempotency }: Asked): Promise<string> {
  const once = { scope: `${answersOf(userId)}:begun`, idempotency };
  const name = await atomically(store, (tx) => answerOnce(tx, once, async () => ids.next()));
  return z.uuid().parse(name);
}

interface Trip {
  readonly userId: string;
  readonly timezone: string;
  readonly batch_id: string;
}

async function moveAll(deps: TravelDeps, part: Part, trip: Trip): Promise<TravelAnswer> {
  const { userId, timezone, batch_id } = trip;
  const isToMove = (task: Task): boolean => isElsewhere(task, timezone);
  const found = await part(async () => [...everyOf(await deps.tasks.read(userId), isToMove)]);
  const ids = found.map(({ id }) => id);
  let moved = 0;
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const some = ids.slice(from, from + TOGETHER);
    const move = (tx: Transaction) => moveSome(deps, tx, trip, some);
    moved += await part(() => deps.commit(userId, move, { isLarge: true }));
  }
  return { batch_id, timezone, moved };
}

async function moveSome(
  deps: TaskDeps,
  tx: Transaction,
  { userId, timezone, batch_id }: Trip,
  ids: readonly string[],
): Promise<number> {
  const draft = await loadForChange(deps, tx, userId);
  // What was changed since the list was read may have arrived, or may be gone.
  const some = ids
    .flatMap((id) => draft.get(id) ?? [])
    .filter((task) => isElsewhere(task, timezone));
  for (const task of some) {
    const stamp = { now: deps.clock.now(), changeId: deps.ids.next() };
    const change = moveTo(task, timezone, stamp);
    await recordChange(deps, tx, draft, { change, origin: { by: "api", batch_id } });
  }
  return some.length;
}
