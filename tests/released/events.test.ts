import { describe, expect, test } from "@jest/globals";
import { EVENTS } from "@todo-mesh/contracts/documents";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { z } from "zod";
import { schemas, emitted } from "./last.ts";

const contracts = new Map(EVENTS.map(({ contract }) => [contract.type, contract]));
const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);

describe("while the last version and this one run side by side,", () => {
  test("this one understands every event of the last", () => {
    expect(new Set(emitted.map(({ type }) => type))).toEqual(new Set(schemas.keys()));
    for (const { type, data } of emitted)
      expect(
        z.prettifyError(contracts.get(type)?.data.safeParse(data).error ?? new z.ZodError([])),
      ).toBe("");
  });

  test.each([...schemas])("the last one understands %s of this one", (type, schema) => {
    const entry = EVENTS.find(({ contract }) => contract.type === type);
    const isRight = ajv.compile(z.looseObject({}).parse(schema));
    const [sample] = emitted.filter((event) => event.type === type);
    const envelope = { ...(sample ?? emitted[0]), type };
    isRight({ ...envelope, data: entry?.example });
    expect(
      isRight.errors?.filter(({ instancePath }) => instancePath.startsWith("/data")) ?? [],
    ).toEqual([]);
  });
});
