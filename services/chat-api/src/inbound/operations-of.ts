import { BatchEnvelope, type Operation, type OperationSchema } from "@todo-mesh/contracts";
import { parse } from "@todo-mesh/kit";
import { AppError } from "@todo-mesh/ports";
import { z } from "zod";

/** The operations of a batch, each as if alone: where one is none, its place has why. */
export const operationsOf = (schema: OperationSchema, body: unknown): (Operation | AppError)[] =>
  parse(BatchEnvelope, body).operations.map((asked, at) => operationOf(schema, asked, at));

function operationOf(schema: OperationSchema, asked: unknown, at: number): Operation | AppError {
  const { data } = schema.safeParse(asked);
  if (data) return data;
  // Once more in its place, for the names of the fields at fault.
  const InPlace = z.object({ operations: z.object({ [at]: schema }) });
  try {
    parse(InPlace, { operations: { [at]: asked } });
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("What is no operation is none in its place");
}
