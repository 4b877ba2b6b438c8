import { execFileSync } from "node:child_process";
import process from "node:process";
import { describe, expect, test } from "@jest/globals";
import { compareWithModel } from "./every-zone.ts";
import { sample } from "./sample.ts";

const PATIENCE_MS = 180_000;

/** What a function of ours answers in a process of its own, whose zone is this. (Outside jest it is ten times as fast, too.) */
function inZone(zone: string, file: string, call: string): unknown {
  const program = `
    import * as it from ${JSON.stringify(new URL(file, import.meta.url).href)};
    process.stdout.write(JSON.stringify([new Date(0).getTimezoneOffset(), it.${call}]));
  `;
  const args = ["--conditions=@todo-mesh/source", "--input-type=module", "--eval", program];
  const env = { ...process.env, TZ: zone, NODE_OPTIONS: "" };
  return JSON.parse(execFileSync(process.execPath, args, { env, encoding: "utf8" }));
}

const SERVERS = [
  ["America/St_Johns", 210],
  ["Pacific/Kiritimati", 640],
  ["UTC", 0],
] as const;

const nothingWrong = { zones: expect.any(Number), dates: expect.any(Number), wrong: [] };

describe("ten years in every zone equal a model that looks at every day", () => {
  test(
    "daily, weekly and monthly rules, within gaps and folds and beside them",
    () => {
      const call = `${compareWithModel.name}("rules")`;
      expect(inZone("America/St_Johns", "./every-zone.ts", call)).toEqual([210, nothingWrong]);
    },
    PATIENCE_MS,
  );

  test.each(SERVERS)(
    "every 20 minutes around each change of the clocks, on a server in %s",
    (zone, offset) => {
      const call = `${compareWithModel.name}("changes")`;
      expect(inZone(zone, "./every-zone.ts", call)).toEqual([offset, nothingWrong]);
    },
    PATIENCE_MS,
  );
});

test.each(SERVERS)("a server in %s gives the same dates as this one", (zone, offset) => {
  const answers: unknown = JSON.parse(JSON.stringify(sample()));
  expect(inZone(zone, "./sample.ts", `${sample.name}()`)).toEqual([offset, answers]);
});
