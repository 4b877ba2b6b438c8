import type { StateStore } from "@todo-mesh/ports";
import { z } from "zod";
import { timerKey } from "../timer.ts";
import type { Hint } from "./keys.ts";
import { load } from "./load.ts";

const Standing = z.object({ generation: z.string() });

/** Those of these hints whose timers are still set as they say, in one call; a store that falters may leave some out. */
export async function standingOf(
  store: StateStore,
  timers: string,
  hints: readonly Hint[],
): Promise<Hint[]> {
  const keyed = hints.map((hint) => ({ hint, key: timerKey(timers, hint.name) }));
  const rows = await load(store, keyed, Standing);
  return rows.flatMap(({ hint, value }) => (value.generation === hint.generation ? [hint] : []));
}
