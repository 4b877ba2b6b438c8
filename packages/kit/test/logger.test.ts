import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "@jest/globals";
import { AppError } from "@todo-mesh/ports";
import { z } from "zod";
import { parse, withTrace } from "../src/index.ts";
import type { LogFields } from "../src/log/log-fields.ts";
import { quietLogger } from "../src/testing.ts";

const JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl";

/** Fields as they come from code that was not held against the types. */
const loose = (fields: Record<string, unknown>): LogFields => fields;

function logged(error: unknown): string {
  const log = quietLogger();
  log.error("it failed", { error });
  return String(log.lines[0]?.fields["error"]);
}

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

test("fields that are not on the list do not get out, and debug says how many", () => {
  const log = quietLogger();
  const fields = loose({ task_id: "t1", title: "buy a ring", authorization: "s3cret" });
  log.info("task changed", fields);
  log.debug("task changed", fields);
  expect(log.lines.map((line) => line.fields)).toEqual([
    { task_id: "t1" },
    { task_id: "t1", dropped_fields: 2 },
  ]);
});

test("an allowed field holds plain values only: what is inside an object stays there", () => {
  const log = quietLogger();
  const at = new Date("2026-11-22T08:00:00Z");
  const inner = { title: "buy a ring" };
  log.info("odd", { count: 3, due_at: at, key: inner, from: [1, "a", inner, [inner]], to: null });
  log.info("odd", { due_at: new Date(NaN), host: undefined, kind: () => inner, code: 1n });
  expect(log.lines.map((line) => line.fields)).toEqual([
    {
      count: 3,
      due_at: "2026-11-22T08:00:00.000Z",
      key: "[object]",
      from: [1, "a", "[object]", "[object]"],
      to: null,
    },
    { due_at: "no date", kind: "[function]", code: "[bigint]" },
  ]);
});

test("each line says which trace it belongs to", () => {
  const log = quietLogger();
  withTrace(`00-${"a".repeat(32)}-${"b".repeat(16)}-01`, () => log.info("inside"));
  log.info("outside");
  expect(log.lines.map((line) => line.fields)).toEqual([{ trace_id: "a".repeat(32) }, {}]);
});

test("an error is told with its stack, its code and all its causes", () => {
  const cause = Object.assign(new TypeError("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  const text = logged(new AppError("unavailable", "The sidecar did not answer", { cause }));
  expect(text).toContain("AppError: The sidecar did not answer\n    at ");
  expect(text).toContain("caused by TypeError [ECONNREFUSED]: connect ECONNREFUSED\n    at ");
  expect(logged(new AggregateError([new Error("one"), new Error("two")], "both"))).toMatch(
    /both[^]*caused by Error: one[^]*caused by Error: two/,
  );
});

test("an error that is its own cause does not go on for ever", () => {
  const error = new Error("round and round");
  error.cause = error;
  expect(logged(error).length).toBeLessThan(10_000);
});

test.each([
  [
    "what hangs on an error",
    Object.assign(new Error("x"), { body: "s3cret", config: { a: "s3cret" } }),
  ],
  ["a token in a message", new Error(`refused: ${JWT}`)],
  ["a bearer token", new Error("sent Authorization: Bearer s3cret-token/x=")],
  ["the password of an address", new Error("cannot reach postgres://ada:s3cret@host/db")],
  ["JSON that cannot be read", thrownBy(() => JSON.parse("s3cret words"))],
  ["an address that cannot be read", thrownBy(() => decodeURIComponent("%s3cret"))],
  ["words quoted to a person", new AppError("not-found", 'There is no task "s3cret"')],
  ["words that look like a stack", new AppError("conflict", 'no "a\n    at s3cret"')],
  ["half a token at the end of a long text", new Error(`${"x ".repeat(1_990)} ${JWT}`)],
  ["typographic quotes", new AppError("conflict", "There are two of “s3cret”")],
  ["names of unknown fields", thrownBy(() => parse(z.strictObject({}), { "my s3cret": 1 }))],
  [
    "a schema's report",
    thrownBy(() => z.record(z.string(), z.int()).parse({ "my s3cret": "s3cret" })),
  ],
  ["the cause of a cause", new Error("a", { cause: new Error("b", { cause: new Error(JWT) }) })],
  ["an object that is no error", { password: "s3cret" }],
])("%s does not get out", (_name, error) => {
  const text = logged(error);
  expect(text).not.toContain("s3cret");
  expect(text).not.toContain(JWT.slice(0, 9));
});

test("fields at fault are named, for they are ours", () => {
  const error = thrownBy(() =>
    parse(z.strictObject({ due: z.strictObject({ at: z.int() }) }), { due: {} }),
  );
  expect(logged(error)).toContain("AppError: invalid: due.at\n");
});

test("a secret in a message or in a field is blotted out, and long text is cut", () => {
  const log = quietLogger();
  log.info("short", { reason: `Bearer ${JWT}`, key: "k".repeat(100_000) });
  expect(log.lines[0]?.fields["reason"]).toBe("Bearer [secret]");
  expect(String(log.lines[0]?.fields["key"]).length).toBeLessThan(5_000);
});

test("on standard output each message of the level or graver is one line of JSON", async () => {
  const script = `
    import { createLogger, withTrace } from "@todo-mesh/kit";
    const log = createLogger({ service: "chat-api", level: "info" });
    log.debug("not this");
    withTrace("00-${"a".repeat(32)}-${"b".repeat(16)}-01", () =>
      log.warn("line\\nbreak ${JWT}", { port: 1, error: new Error("x"), title: "s3cret", level: "odd" }));
    process.exit(0);`;
  const run = promisify(execFile)(
    process.execPath,
    ["--conditions=@todo-mesh/source", "--input-type=module", "-e", script],
    { cwd: import.meta.dirname },
  );
  const lines = (await run).stdout.trim().split("\n");
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? "")).toEqual({
    service: "chat-api",
    level: "warn",
    message: "line\nbreak [secret]",
    port: 1,
    error: expect.stringContaining("Error: x\n    at "),
    trace_id: "a".repeat(32),
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
  });
}, 30_000);
