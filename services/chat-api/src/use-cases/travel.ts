import type { TravelAnswer } from "@todo-mesh/contracts";
import type { StateStore } from "@todo-mesh/ports";
import type { Answer, Transaction } from "@todo-mesh/state";
import { isElsewhere, moveTo } from "../domain/floating.ts";
import { answerAtTheEnd } from "./answer-at-the-end.ts";
import type { Asked } from "./change-tasks.ts";
import type { TaskDeps } from "./deps.ts";
import { keepChange } from "./keep-change.ts";
import { openBook, TOGETHER } from "./open-book.ts";
import { everyOf } from "./read-tasks.ts";

/**
 * A person is in another time zone now: what floats goes along, twenty tasks at a time. Cut off half-way it is asked
 * again, and goes on; what has arrived is not moved twice.
 */
export function travel(deps: TaskDeps & { readonly store: StateStore }) {
  return (asked: Asked, timezone: string): Promise<Answer> =>
    answerAtTheEnd(deps.store, asked, () => moveAll(deps, asked.userId, timezone));
}

export type Travel = ReturnType<typeof travel>;

async function moveAll(deps: TaskDeps, userId: string, timezone: string): Promise<TravelAnswer> {
  const trip = { userId, timezone, batch_id: deps.ids.next() };
  let [moved, sum] = [0, 0];
  do {
    moved = await deps.commit(userId, (tx) => moveSome(deps, tx, trip));
    sum += moved;
  } while (moved > 0);
  return { batch_id: trip.batch_id, timezone, moved: sum };
}

interface Trip {
  readonly userId: string;
  readonly timezone: string;
  readonly batch_id: string;
}

async function moveSome(
  deps: TaskDeps,
  tx: Transaction,
  { userId, timezone, batch_id }: Trip,
): Promise<number> {
  const book = await openBook(deps, tx, userId);
  const some = [...everyOf(book, (task) => isElsewhere(task, timezone))].slice(0, TOGETHER);
  for (const task of some) {
    const stamp = { now: deps.clock.now(), changeId: deps.ids.next() };
    const change = moveTo(task, timezone, stamp);
    await keepChange(deps, tx, book, { change, origin: { by: "api", batch_id } });
  }
  return some.length;
}
