import { types } from "node:util";

/** Whether this is an error, also one that another realm made (Node's own, seen from a test's sandbox). */
export const isError = (value: unknown): value is Error =>
  value instanceof Error || types.isNativeError(value);
