import { expect, test } from "@jest/globals";
import { drawnPackages, drawPackages } from "../src/draw.ts";

test("the picture of the packages shows the imports as they stand; `pnpm diagram` draws it anew", async () => {
  expect(await drawnPackages()).toBe(await drawPackages());
}, 60_000);
