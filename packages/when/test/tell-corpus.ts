import { resolve } from "../src/index.ts";
import { corpus } from "./corpus/corpus.ts";
import { tell } from "./tell.ts";

/** What every sentence of the corpus means to this process, and how far its own clock is from UTC. */
export function tellCorpus(): { readonly offset: number; readonly told: readonly string[] } {
  const told = corpus.flatMap(({ now, timezone, preferences, rows }) =>
    rows.map(([text]) =>
      tell(resolve(text, { now: new Date(now), timezone, preferences }), timezone),
    ),
  );
  return { offset: new Date(0).getTimezoneOffset(), told };
}
