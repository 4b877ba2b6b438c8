import { describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { CATALOGUE } from "../../src/domain/actions/all.ts";
import { mcpTools } from "../../src/inbound/mcp/tools.ts";

const Property = z.looseObject({
  description: z.string().optional(),
  enum: z.array(z.string()).optional(),
});
const Input = z.looseObject({
  type: z.literal("object"),
  additionalProperties: z.literal(false),
  properties: z.record(z.string(), Property),
});

const tools = mcpTools(CATALOGUE).map(({ inputSchema, ...tool }) => ({
  ...tool,
  inputSchema: Input.parse(inputSchema),
}));

test("the tools are these, and only a deletion may be missed by someone", () => {
  expect(tools.map(({ name }) => name)).toEqual([
    "add_task",
    "list_tasks",
    "list_occurrences",
    "read_task",
    "complete_task",
    "delete_task",
    "reopen_task",
    "skip_task",
    "end_series",
    "reschedule_task",
    "snooze_task",
    "dismiss_task",
    "mute_task",
    "unmute_task",
    "restore_task",
    "undo",
    "do_many",
  ]);
  const hinted = (hint: "readOnlyHint" | "destructiveHint" | "idempotentHint") =>
    tools.flatMap(({ name, annotations }) => (annotations[hint] ? name : []));
  expect(hinted("readOnlyHint")).toEqual(["list_tasks", "list_occurrences", "read_task"]);
  expect(hinted("destructiveHint")).toEqual(["delete_task", "do_many"]);
  expect(hinted("idempotentHint")).toEqual([
    "list_tasks",
    "list_occurrences",
    "read_task",
    "delete_task",
    "reopen_task",
    "end_series",
    "dismiss_task",
    "restore_task",
  ]);
});

describe.each(tools)("$name", ({ name, description, inputSchema, outputSchema }) => {
  test("has a plain name of its own and says what it does", () => {
    expect(name).toMatch(/^[a-z]+(?:_[a-z]+)*$/);
    expect(tools.filter((other) => other.name === name)).toHaveLength(1);
    expect(description).toMatch(/^[A-Z].{8,300}[.]$/s);
  });

  test("takes what it describes and nothing else, and never the person", () => {
    for (const [field, { description: about = "" }] of Object.entries(inputSchema.properties)) {
      expect(field).toMatch(/^[a-z]+(?:_[a-z]+)*$/);
      expect(field).not.toMatch(/user/);
      expect(about.length).toBeGreaterThan(10);
    }
  });

  test("refers to nothing outside its own schemas", () => {
    const refs = [...JSON.stringify([inputSchema, outputSchema]).matchAll(/"\$ref":"([^"]*)"/g)];
    expect(refs.filter(([, ref = ""]) => !ref.startsWith("#/$defs/"))).toEqual([]);
  });
});
