import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { execa } from "execa";

const CLI = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
const PASSED = {
  success: true,
  testResults: [
    {
      name: "a.test.ts",
      status: "passed",
      message: "",
      assertionResults: [{ status: "passed", fullName: "it works", failureMessages: [] }],
    },
  ],
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "report-"));
  await writeFile(join(folder, "unit.json"), JSON.stringify(PASSED));
});
afterEach(async () => rm(folder, { recursive: true }));

const report = async (...args: string[]) => {
  const { stdout, exitCode } = await execa(process.execPath, [CLI, ...args], {
    cwd: folder,
    reject: false,
  });
  return { lines: stdout.split("\n"), exitCode };
};

test("the last line counts, and all being well ends with 0", async () => {
  expect(await report("unit.json")).toEqual({ lines: ["1 passed, 0 failed"], exitCode: 0 });
});

test("a step that failed is a failure by its name", async () => {
  const { lines, exitCode } = await report("--failed-step=typecheck", "unit.json");
  expect(lines[0]).toBe("FAILED typecheck");
  expect(lines.at(-1)).toBe("1 passed, 1 failed");
  expect(exitCode).toBe(1);
});

test.each([
  ["missing", undefined],
  ["cut off", '{"success": true, "testRes'],
  ["of another shape", "{}"],
])("a report that is %s is a failure", async (_how, content) => {
  if (content !== undefined) await writeFile(join(folder, "mesh.json"), content);
  const { lines, exitCode } = await report("unit.json", "mesh.json");
  expect(lines[0]).toBe("FAILED the tests of mesh");
  expect(lines.at(-1)).toBe("1 passed, 1 failed");
  expect(exitCode).toBe(1);
});

test("a failed test is told by its file, its sentence and what was wrong", async () => {
  const failureMessages = [
    "\u001b[31mexpected 1\u001b[39m\n    at a.test.ts:3:4\n    at run (/x/node_modules/jest/run.js:1:1)",
  ];
  const [suite] = PASSED.testResults;
  const assertionResults = [{ status: "failed", fullName: "it works", failureMessages }];
  const failed = { ...suite, name: join(folder, "a.test.ts"), status: "failed", assertionResults };
  await writeFile(
    join(folder, "unit.json"),
    JSON.stringify({ success: false, testResults: [failed] }),
  );
  expect((await report("unit.json")).lines).toEqual([
    "FAILED a.test.ts › it works",
    "    expected 1",
    "        at a.test.ts:3:4",
    "0 passed, 1 failed",
  ]);
});
