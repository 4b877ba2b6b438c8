import { z } from "zod";
import { UntilInput } from "./silence.ts";
import { Problem } from "../envelope/problem.ts";
import { Task, TaskDraft, TaskPatch } from "./task.ts";

const MOST_OPERATIONS = 100;

/** `version`: the task must still have it. */
const ofTask = { id: z.string().min(1).max(100), version: z.int().positive().optional() };

/**
 * One operation of a batch: each route that changes a task has one of its name. `ops` are the names of those that say
 * no more than which task, `untilOps` of those that say until when as well.
 */
export const operationOf = (ops: readonly string[], untilOps: readonly string[]) =>
  z
    .discriminatedUnion("op", [
      z.strictObject({ op: z.literal("create"), task: TaskDraft }),
      z.strictObject({ op: z.literal("update"), task: TaskPatch, ...ofTask }),
      z.strictObject({ op: z.enum(ops), ...ofTask }),
      z.strictObject({ op: z.enum(untilOps), ...ofTask, until: UntilInput }),
    ])
    .meta({
      id: "Operation",
      description: "One change, as the route of its name makes it.",
    });
export type OperationSchema = ReturnType<typeof operationOf>;
export type Operation = z.infer<OperationSchema>;

const some = <Each extends z.ZodType>(each: Each) => z.array(each).min(1).max(MOST_OPERATIONS);

/** A batch before anybody looks at what its operations are. */
export const BatchEnvelope = z.strictObject({ operations: some(z.unknown()) });

const Whatever = z.unknown().meta({ description: "Is refused alone: a problem in its place." });

/** Each operation is taken or refused by itself, so the whole takes whatever stands in the place of one. */
export const batchRequestOf = (operation: OperationSchema) =>
  z.strictObject({ operations: some(z.union([operation, Whatever])) }).meta({
    id: "BatchRequest",
    description:
      "Operations, each as if alone. What is none by the schema of `Operation` keeps none of the others back: its place in the answer has `status` 400 and the problem.",
  });

export const OperationResult = z
  .union([
    z.object({ status: z.int(), task: Task }),
    z.object({ status: z.int(), problem: Problem }),
  ])
  .meta({
    id: "OperationResult",
    description:
      "What became of one operation, in the order asked: the task as it is then, or why nothing changed.",
  });
export type OperationResult = z.infer<typeof OperationResult>;

/** `batch_id` takes all of it back: `POST /undo {batch_id}`. */
export const BatchAnswer = z
  .object({ batch_id: z.uuid(), results: z.array(OperationResult) })
  .meta({
    id: "BatchAnswer",
    description:
      "What became of each operation, in the order asked. `batch_id` takes all of it back.",
  });
export type BatchAnswer = z.infer<typeof BatchAnswer>;
