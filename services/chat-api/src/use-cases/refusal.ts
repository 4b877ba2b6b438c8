import { AppError } from "@todo-mesh/ports";
import type { Fault } from "../domain/rule-fault.ts";

/** The one field that is at fault, as a problem names it. */
export const refusal = ({ field, message }: Fault): AppError =>
  new AppError("invalid", `${field}: ${message}`, { fields: [{ field, message }] });
