import { expect, test } from "@jest/globals";
import { z } from "zod";
import { EXAMPLES, legible } from "../src/documents/index.ts";
import * as contracts from "../src/index.ts";

const operation = contracts.operationOf(["complete"], ["snooze"]);
const made = [operation, contracts.batchRequestOf(operation)];
const named = [...Object.values<unknown>(contracts), ...made].flatMap(
  (one): [string, z.ZodType][] => {
    const id = one instanceof z.ZodType ? one.meta()?.id : undefined;
    return one instanceof z.ZodType && id !== undefined ? [[id, one]] : [];
  },
);

test("no two schemas have one name", () => {
  expect(named.length).toBeGreaterThan(20);
  expect(new Set(named.map(([id]) => id)).size).toBe(named.length);
});

test.each(Object.entries(EXAMPLES))("what %s shows as examples is valid", (id, examples) => {
  const schema = new Map(named).get(id);
  expect(examples.map((one) => schema?.safeParse(one).error?.issues)).toEqual(
    examples.map(() => (schema ? undefined : "there is no schema of this name")),
  );
});

test("a schema that people read shows its examples, and one that a service goes by has none", () => {
  const shown = JSON.stringify(EXAMPLES["Task"]);
  const { Task } = contracts;
  expect(JSON.stringify(z.toJSONSchema(Task, { override: legible }))).toContain(shown);
  expect(JSON.stringify(z.toJSONSchema(Task))).not.toContain(shown);
});
