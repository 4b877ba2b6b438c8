import { expect, test } from "@jest/globals";
import { z } from "zod";
import * as contracts from "../src/index.ts";

const Contract = z.object({ type: z.string(), topic: z.string(), data: z.instanceof(z.ZodType) });
const schemas = contracts.eventSchemas();

test("every event that is declared is told of, and each once", () => {
  const declared = Object.values(contracts).flatMap(
    (one: unknown) => Contract.safeParse(one).data?.type ?? [],
  );
  expect(declared.length).toBeGreaterThan(9);
  expect([...schemas.keys()].toSorted()).toEqual(declared.toSorted());
  expect(contracts.EVENTS).toHaveLength(declared.length);
});

test.each(contracts.EVENTS.map((entry) => [entry.contract.type, entry] as const))(
  "the example of %s is one",
  (_type, { contract, example }) => {
    expect(contract.data.safeParse(example).error?.issues ?? []).toEqual([]);
    expect(Object.keys(contracts.SOURCES)).toContain(contract.topic);
  },
);

test.each([...schemas])("the schema of %s lets fields of tomorrow pass", (_type, schema) => {
  expect(JSON.stringify(schema)).not.toContain('"additionalProperties":false');
});

test("no two schemas have one name", () => {
  const named = Object.values(contracts).flatMap((one: unknown) =>
    one instanceof z.ZodType ? (one.meta()?.id ?? []) : [],
  );
  expect(named.length).toBeGreaterThan(20);
  expect(new Set(named).size).toBe(named.length);
});

const withExamples = Object.entries(contracts).flatMap(([name, one]: [string, unknown]) =>
  one instanceof z.ZodType && one.meta()?.["examples"] ? [[name, one] as const] : [],
);
test.each(withExamples)("what %s shows as examples is valid", (_name, schema) => {
  for (const example of z.array(z.unknown()).parse(schema.meta()?.["examples"]))
    expect(schema.safeParse(example).error?.issues ?? []).toEqual([]);
});
