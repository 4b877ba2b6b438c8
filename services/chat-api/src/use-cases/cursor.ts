import { AppError } from "@todo-mesh/ports";
import { z } from "zod";

/** Where a page ended, for the one after it. */
export const cursorOf = (last: string): string => Buffer.from(last).toString("base64url");

/** The id a cursor holds. A cursor that `cursorOf` did not make is `invalid`. */
export function readCursor(cursor: string): string {
  const last = z.uuid().safeParse(Buffer.from(cursor, "base64url").toString());
  if (last.success) return last.data;
  const message = "give the next_cursor of the page before";
  throw new AppError("invalid", `cursor: ${message}`, { fields: [{ field: "cursor", message }] });
}
