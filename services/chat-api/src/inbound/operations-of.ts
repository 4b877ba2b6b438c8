import {
  BatchEnvelope,
  type Operation,
  type OperationSchema,
  type Refusal,
} from "@todo-mesh/contracts";
import { parse, refusalOf } from "@todo-mesh/kit";
import { z } from "zod";

/** The operations of a batch, each as if alone: where one is none, its place has why. */
export const operationsOf = (schema: OperationSchema, body: unknown): (Operation | Refusal)[] =>
  parse(BatchEnvelope, body).operations.map((asked, at) => operationOf(schema, asked, at));

/** What fields of an operation are named within. */
export const placeOfOperation = (operation: Operation, at: number): string =>
  `operations.${at}${"task" in operation ? ".task" : ""}`;

function operationOf(schema: OperationSchema, asked: unknown, at: number): Operation | Refusal {
  const { data } = schema.safeParse(asked);
  if (data) return data;
  // Once more in its place, for the names of the fields at fault.
  const InPlace = z.object({ operations: z.object({ [at]: schema }) });
  const { error } = InPlace.safeParse({ operations: { [at]: asked } });
  if (!error) throw new Error("What is no operation is none in its place");
  return refusalOf(error);
}
