import type { Task, TravelAnswer } from "@todo-mesh/contracts";
import type { Answer, Transaction } from "@todo-mesh/state";
import { isElsewhere, moveTo } from "../domain/floating.ts";
import { answerAtTheEnd } from "./answer-at-the-end.ts";
import type { Asked } from "./change-tasks.ts";
import type { TaskDeps } from "./deps.ts";
import { keepChange } from "./keep-change.ts";
import { type BeginLongWork, inParts, type Part } from "./long-work.ts";
import { openBook, TOGETHER } from "./open-book.ts";
import { everyOf } from "./read-tasks.ts";

type TravelDeps = TaskDeps & { readonly longWork: BeginLongWork };

/**
 * A person is in another time zone now: what floats goes along, twenty tasks at a time, each once. Of two journeys
 * at once the second waits for the first. Cut off half-way it is asked again, and goes on; what has arrived is not
 * moved twice.
 */
export function travel(deps: TravelDeps) {
  return (asked: Asked, timezone: string): Promise<Answer> =>
    answerAtTheEnd(deps.store, asked, () =>
      inParts(deps.longWork, asked, (part) => moveAll(deps, part, { ...asked, timezone })),
    );
}

export type Travel = ReturnType<typeof travel>;

interface Trip {
  readonly userId: string;
  readonly timezone: string;
}

async function moveAll(deps: TravelDeps, part: Part, trip: Trip): Promise<TravelAnswer> {
  const { userId, timezone } = trip;
  const batch_id = deps.ids.next();
  const isToMove = (task: Task): boolean => isElsewhere(task, timezone);
  const found = await part(async () => [...everyOf(await deps.tasks.read(userId), isToMove)]);
  const ids = found.map(({ id }) => id);
  let moved = 0;
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const some = ids.slice(from, from + TOGETHER);
    const move = (tx: Transaction) => moveSome(deps, tx, { ...trip, batch_id, ids: some });
    moved += await part(() => deps.commit(userId, move, { isLarge: true }));
  }
  return { batch_id, timezone, moved };
}

async function moveSome(
  deps: TaskDeps,
  tx: Transaction,
  { userId, timezone, batch_id, ids }: Trip & { batch_id: string; ids: readonly string[] },
): Promise<number> {
  const book = await openBook(deps, tx, userId);
  // What was changed since the list was read may have arrived, or may be gone.
  const some = ids
    .flatMap((id) => book.get(id) ?? [])
    .filter((task) => isElsewhere(task, timezone));
  for (const task of some) {
    const stamp = { now: deps.clock.now(), changeId: deps.ids.next() };
    const change = moveTo(task, timezone, stamp);
    await keepChange(deps, tx, book, { change, origin: { by: "api", batch_id } });
  }
  return some.length;
}
