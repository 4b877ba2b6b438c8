import { atFault, type TaskSort } from "@todo-mesh/contracts";
import { errorOf } from "@todo-mesh/ports";
import { z } from "zod";
import type { Place } from "../domain/tasks/task-order.ts";

const Cursor = z.tuple([z.string(), z.string(), z.uuid()]);

/** Where a page ended, for the one after it. */
export const cursorOf = ({ by, id }: Place, sort: TaskSort): string =>
  Buffer.from(JSON.stringify([sort, by, id])).toString("base64url");

/** The place a cursor holds. A cursor that a list of this sort did not give is `invalid`. */
export function placeIn(cursor: string, sort: TaskSort): Place {
  const [sorted, by, id] = read(cursor) ?? [];
  if (sorted === sort && by !== undefined && id !== undefined) return { by, id };
  const message =
    sorted === undefined
      ? "give the next_cursor of the page before"
      : `it is of a list sorted by ${sorted}`;
  throw errorOf(atFault({ field: "cursor", message }));
}

function read(cursor: string): z.infer<typeof Cursor> | undefined {
  try {
    return Cursor.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString())).data;
  } catch {
    return undefined;
  }
}
