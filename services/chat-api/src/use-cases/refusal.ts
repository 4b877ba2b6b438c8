import { AppError } from "@todo-mesh/ports";
import type { Fault } from "../domain/tasks/rule-fault.ts";

/** The fields that are at fault, as a problem names them. */
export const refusal = (...fields: Fault[]): AppError =>
  new AppError("invalid", fields.map(({ field, message }) => `${field}: ${message}`).join("; "), {
    fields,
  });
