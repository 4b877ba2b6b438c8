import { expect, jest, test } from "@jest/globals";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { inVirtualTime } from "../simulation/in-virtual-time.ts";

// On a busy machine ten times as long.
jest.setTimeout(300_000);

const Played = z.object({
  rang: z.int(),
  wrong: z.array(z.string()),
  late: z.int(),
  early: z.int(),
});

test("five years of series ring once at the moments that the clocks of their zones show, over every change of them", async () => {
  const program = fileURLToPath(new URL("five-years.ts", import.meta.url));
  const { rang, ...faults } = Played.parse(await inVirtualTime(program));
  expect(faults).toEqual({ wrong: [], late: 0, early: 0 });
  expect(rang).toBeGreaterThan(8_000);
});
