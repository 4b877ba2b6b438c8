import { expect, test } from "@jest/globals";
import { z } from "zod";
import { EVENTS, eventSchemas } from "../src/documents/index.ts";
import * as events from "../src/events/index.ts";

const Contract = z.object({ type: z.string(), topic: z.string(), data: z.instanceof(z.ZodType) });
const schemas = eventSchemas();

test("every event that is declared is told of, and each once", () => {
  const declared = Object.values(events).flatMap(
    (one: unknown) => Contract.safeParse(one).data?.type ?? [],
  );
  expect(declared.length).toBeGreaterThan(9);
  expect([...schemas.keys()].toSorted()).toEqual(declared.toSorted());
  expect(EVENTS).toHaveLength(declared.length);
});

test.each(EVENTS.map((entry) => [entry.contract.type, entry] as const))(
  "the example of %s is one",
  (_type, { contract, example }) => {
    expect(contract.data.safeParse(example).error?.issues ?? []).toEqual([]);
    expect(Object.keys(events.SOURCES)).toContain(contract.topic);
  },
);

test.each([...schemas])("the schema of %s lets fields of tomorrow pass", (_type, schema) => {
  expect(JSON.stringify(schema)).not.toContain('"additionalProperties":false');
});
