import type { Json, StateStore } from "@todo-mesh/ports";
import { atomically } from "@todo-mesh/state";
import type { z } from "zod";
import { rowSchema, type Timer, timerKey } from "./timer.ts";

/** Reads timers as they stand. */
export function createLook<Data extends Json>(deps: {
  readonly name: string;
  readonly store: StateStore;
  readonly schema: z.ZodType<Data>;
}) {
  const Row = rowSchema(deps.schema);
  return async (names: readonly string[]): Promise<Timer<Data>[]> => {
    const keys = names.map((name) => timerKey(deps.name, name));
    const rows = await atomically(deps.store, (tx) => tx.getMany(keys, Row));
    return names.flatMap((name, at) => {
      const row = rows[at];
      return row ? [{ name, at: new Date(row.at), data: row.data }] : [];
    });
  };
}
