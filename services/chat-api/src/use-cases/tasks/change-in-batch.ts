import {
  BatchAnswer,
  fieldsWithin,
  isRefusal,
  type Operation,
  type OperationResult,
  type Refusal,
} from "@todo-mesh/contracts";
import { createPace, problemOf } from "@todo-mesh/kit";
import { errorOf, type Json } from "@todo-mesh/ports";
import { answerOnce, type Transaction } from "@todo-mesh/state";
import { decide } from "./decide.ts";
import type { TaskDeps, Wait } from "../deps.ts";
import { allowed, recordChange } from "./record-change.ts";
import { answerOncePerKey, answersOf, type Asked } from "../once/one-key.ts";
import { spokenIn } from "./spoken-in.ts";
import { loadForChange, TOGETHER } from "./load-for-change.ts";

/**
 * Does many operations, each as if alone: what one of them refuses keeps none of the others back. They are
 * committed twenty at a time, and each twenty are followed by a rest of the time they took, which is others'. A batch
 * that was cut off goes on where it stopped when it is sent again with its key. Fields at fault have the names that they
 * have in the operation, within what `placeOf` says.
 */
export function changeInBatch(deps: TaskDeps & { readonly wait: Wait }) {
  return async (
    asked: Asked,
    operations: readonly (Operation | Refusal)[],
    placeOf?: PlaceOf,
  ): Promise<BatchAnswer> => {
    let batch_id: string | undefined;
    const results: OperationResult[] = [];
    for (let from = 0; from < operations.length; from += TOGETHER) {
      const began = deps.clock.now();
      const some = operations.slice(from, from + TOGETHER);
      const part = { batch_id, from, operations: some, placeOf };
      const done = await deps.commit(asked.userId, (tx) => changePart(deps, tx, asked, part), {
        isLarge: some.length > FEW,
      });
      batch_id = done.batch_id;
      results.push(...done.results);
      const tookMs = deps.clock.now().getTime() - began.getTime();
      const goesOn = from + TOGETHER < operations.length;
      if (goesOn && tookMs > 0) await deps.wait(Math.min(tookMs, LONGEST_REST_MS), asked.signal);
    }
    return { batch_id: batch_id ?? deps.ids.next(), results };
  };
}

/** So many operations are done as quickly as one. */
const FEW = 3;

// However long a store that was away, or a clock that was set, made it seem.
const LONGEST_REST_MS = 1_000;

export type ChangeInBatch = ReturnType<typeof changeInBatch>;

/** Where an operation stands in what its person sent. */
type PlaceOf = (operation: Operation, at: number) => string;

interface Part {
  /** Given by the first part: what is repeated has the name it had at first. */
  readonly batch_id: string | undefined;
  readonly from: number;
  /** Where there was no operation stands why it is none. */
  readonly operations: readonly (Operation | Refusal)[];
  readonly placeOf: PlaceOf | undefined;
}

async function changePart(
  deps: TaskDeps,
  tx: Transaction,
  asked: Asked,
  { batch_id = deps.ids.next(), from, operations, placeOf }: Part,
): Promise<BatchAnswer> {
  const { userId, idempotency } = asked;
  // The first part has the key for all of them.
  const once = (work: () => Promise<Json>): Promise<Json> =>
    from === 0
      ? answerOncePerKey(tx, asked, work)
      : answerOnce(tx, { scope: `${answersOf(userId)}:${from}`, idempotency }, work);
  const answer = await once(async () => {
    const draft = await loadForChange(deps, tx, userId);
    const context = await spokenIn(tx, userId, { operations, now: deps.clock.now() });
    const origin = { by: "api", batch_id } as const;
    const results: OperationResult[] = [];
    const pace = createPace();
    const resultOf = async (operation: Operation | Refusal, at: number) => {
      if (isRefusal(operation)) return refused(operation);
      const change = allowed(deps, draft, decide(operation, { userId, draft, context }, deps));
      if (isRefusal(change)) return refused(inPlace(change, placeOf?.(operation, at)));
      const task = await recordChange(deps, tx, draft, { change, origin });
      return { status: "id" in operation ? 200 : 201, task };
    };
    for (const [at, operation] of operations.entries()) {
      results.push(await resultOf(operation, from + at));
      await pace();
    }
    return BatchAnswer.parse({ batch_id, results });
  });
  return BatchAnswer.parse(answer);
}

const inPlace = (refusal: Refusal, place: string | undefined): Refusal =>
  place === undefined ? refusal : { ...refusal, fields: fieldsWithin(place, refusal) };

function refused(refusal: Refusal): OperationResult {
  const problem = problemOf(errorOf(refusal));
  return { status: problem.status, problem };
}
