import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createInterface } from "node:readline";
import { expect, jest, test } from "@jest/globals";
import { z } from "zod";

// Each test starts a process or two; on a busy machine that takes its time.
jest.setTimeout(30_000);

const Line = z.object({
  message: z.string(),
  part: z.string().optional(),
  error: z.string().optional(),
});
const script = fileURLToPath(new URL("./fixtures/service.ts", import.meta.url));

type Line = z.infer<typeof Line>;

/** Runs the fixture as a process of its own; `at` sends it a signal each time it says that message. */
async function lifeOf(way: string, at: Record<string, NodeJS.Signals> = {}) {
  const child = spawn(process.execPath, ["--conditions=@todo-mesh/source", script, way], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const lines: Line[] = [];
  for await (const text of createInterface({ input: child.stdout })) {
    const line = Line.parse(JSON.parse(text));
    lines.push(line);
    const signal = at[line.message];
    if (signal) child.kill(signal);
  }
  const [code]: unknown[] = await ended;
  return {
    code,
    lines,
    said: lines.map(({ message, part }) => (part ? `${message} ${part}` : message)),
  };
}

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s closes the parts in reverse order, and ends well",
  async (signal) => {
    const { code, said } = await lifeOf("works", { started: signal });
    expect(said).toEqual(["started", "stopping", "closed door", "closed outbox", "stopped"]);
    expect(code).toBe(0);
  },
);

test("a start that fails closes what had started, says why, and ends with 1", async () => {
  const { code, said, lines } = await lifeOf("fails to start");
  expect(said).toEqual(["failed to start", "stopping", "closed door", "closed outbox", "stopped"]);
  expect(lines[0]?.error).toContain("no secret store");
  expect(code).toBe(1);
});

test("a part that fails to close is named, and the others are closed all the same", async () => {
  const { code, said } = await lifeOf("fails to close", { started: "SIGTERM" });
  expect(said).toEqual([
    "started",
    "stopping",
    "part failed to close broken",
    "closed door",
    "closed outbox",
    "stopped",
  ]);
  expect(code).toBe(0);
});

test("closing that takes too long is given up, with 1", async () => {
  const { code, said } = await lifeOf("never stops", { started: "SIGTERM" });
  expect(said).toEqual(["started", "stopping", "closing took too long"]);
  expect(code).toBe(1);
});

test("a second signal ends it at once", async () => {
  const { code, said } = await lifeOf("never stops", { started: "SIGTERM", stopping: "SIGINT" });
  expect(said).toEqual(["started", "stopping"]);
  expect(code).toBe(1);
});

test.each([
  ["throws", "uncaught exception", "thrown late"],
  ["rejects", "unhandled rejection", "rejected late"],
])(
  "an error nobody caught (%s) is logged, and ends it with 1 after closing",
  async (way, what, why) => {
    const { code, said, lines } = await lifeOf(way);
    expect(said).toEqual(["started", what, "stopping", "closed door", "closed outbox", "stopped"]);
    expect(lines[1]?.error).toContain(why);
    expect(code).toBe(1);
  },
);

test("an error nobody caught while closing does not stop the closing, and ends it with 1", async () => {
  const { code, said } = await lifeOf("throws while it closes", { started: "SIGTERM" });
  expect(said).toEqual([
    "started",
    "stopping",
    "uncaught exception",
    "closed door",
    "closed outbox",
    "stopped",
  ]);
  expect(code).toBe(1);
});
