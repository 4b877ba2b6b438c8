import { BatchRequest, isBeyondSchema, Operation } from "@todo-mesh/contracts";
import { parse } from "@todo-mesh/kit";
import { AppError } from "@todo-mesh/ports";
import { z } from "zod";

// `operations.0.task`: what is wrong with all of it is no fault of a field.
const PATH_OF_TASK = 3;
const Envelope = z.object({ operations: z.array(z.unknown()) });

/**
 * The operations of a batch, each as if alone. What the document forbids refuses all of it; what no schema there can
 * say, that there is no 30 February, refuses that one operation: why stands in its place.
 */
export function operationsOf(body: unknown): (Operation | AppError)[] {
  const { success, error } = BatchRequest.safeParse(body);
  if (success || !error.issues.every(isOfOneOperation)) return parse(BatchRequest, body).operations;
  return Envelope.parse(body).operations.map(operationOf);
}

const isOfOneOperation = (issue: z.core.$ZodIssue): boolean =>
  isBeyondSchema(issue) && issue.path[0] === "operations" && issue.path.length > PATH_OF_TASK;

function operationOf(asked: unknown): Operation | AppError {
  try {
    return parse(Operation, asked);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
