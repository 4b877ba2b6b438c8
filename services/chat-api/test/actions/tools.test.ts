import { describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { CATALOGUE } from "../../src/domain/actions/all.ts";
import type { Catalogue } from "../../src/domain/actions/catalogue.ts";

const Property = z.looseObject({
  description: z.string().optional(),
  enum: z.array(z.string()).optional(),
});
const Input = z.looseObject({
  type: z.literal("object"),
  additionalProperties: z.literal(false),
  properties: z.record(z.string(), Property),
});

/** The actions as a model and a client of MCP are told of them. */
const toolsOf = ({ actions }: Catalogue) =>
  actions.flatMap(({ name, title, about = "", risk, effect, tool }) =>
    tool
      ? {
          name,
          description: [`${title}.`, about].join(" ").trim(),
          inputSchema: Input.parse(z.toJSONSchema(tool.input, { io: "input" })),
          outputSchema: z.toJSONSchema(tool.outcome, { io: "output" }),
          annotations: {
            title,
            readOnlyHint: risk === "read",
            destructiveHint: risk === "destroy",
            openWorldHint: effect === "remote",
          },
        }
      : [],
  );

const tools = toolsOf(CATALOGUE);

test("the tools are these, and only a deletion may be missed by someone", () => {
  expect(tools.map(({ name }) => name)).toEqual([
    "add_task",
    "list_tasks",
    "complete_task",
    "delete_task",
    "reopen_task",
    "skip_task",
    "end_series",
    "snooze_task",
    "dismiss_task",
    "mute_task",
    "restore_task",
    "undo",
  ]);
  const hinted = (hint: "readOnlyHint" | "destructiveHint") =>
    tools.flatMap(({ name, annotations }) => (annotations[hint] ? name : []));
  expect(hinted("readOnlyHint")).toEqual(["list_tasks"]);
  expect(hinted("destructiveHint")).toEqual(["delete_task"]);
});

describe.each(tools)("$name", ({ name, description, inputSchema, outputSchema }) => {
  test("has a plain name of its own and says what it does", () => {
    expect(name).toMatch(/^[a-z]+(?:_[a-z]+)*$/);
    expect(tools.filter((other) => other.name === name)).toHaveLength(1);
    expect(description).toMatch(/^[A-Z].{8,300}[.]$/);
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
