import { expect, test } from "@jest/globals";
import { draw, drawn, DRAWINGS } from "../src/draw.ts";

test.each(DRAWINGS)(
  "the picture “$title” shows the imports as they stand; `pnpm diagram` draws it anew",
  async (drawing) => {
    expect(await drawn(drawing)).toBe(await draw(drawing));
  },
  60_000,
);
