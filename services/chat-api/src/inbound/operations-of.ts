import { BatchEnvelope, Operation } from "@todo-mesh/contracts";
import { parse } from "@todo-mesh/kit";
import { AppError } from "@todo-mesh/ports";
import { z } from "zod";

/** The operations of a batch, each as if alone: where one is none, its place has why. */
export const operationsOf = (body: unknown): (Operation | AppError)[] =>
  parse(BatchEnvelope, body).operations.map(operationOf);

function operationOf(asked: unknown, at: number): Operation | AppError {
  const { data } = Operation.safeParse(asked);
  if (data) return data;
  // Once more in its place, for the names of the fields at fault.
  const InPlace = z.object({ operations: z.object({ [at]: Operation }) });
  try {
    parse(InPlace, { operations: { [at]: asked } });
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("What is no operation is none in its place");
}
