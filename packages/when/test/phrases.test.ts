import { describe, expect, test } from "@jest/globals";
import { resolve } from "../src/index.ts";
import { corpus } from "./corpus/corpus.ts";
import { tell } from "./tell.ts";

describe.each(corpus)("$name ($timezone, $now)", ({ now, timezone, preferences, rows }) => {
  const context = { now: new Date(now), timezone, preferences };

  const cases = rows.map(([text, meaning, title]) => ({
    text,
    meaning,
    title: title ?? (meaning === "-" ? text : ""),
  }));

  test.each(cases)("“$text” means $meaning", ({ text, meaning, title }) => {
    const resolved = resolve(text, context);
    expect({ meaning: tell(resolved, timezone), title: resolved.title }).toEqual({
      meaning,
      title,
    });
  });
});
