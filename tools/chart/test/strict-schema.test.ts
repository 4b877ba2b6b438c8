import { expect, test } from "@jest/globals";
import { ownSchema, strict } from "../src/strict-schema.ts";

test("a schema refuses what it does not name, at each depth, but where it is open on purpose", () => {
  const schema = {
    properties: {
      spec: { properties: { items: { items: { properties: { a: {} } } } } },
      labels: { additionalProperties: { type: "string" } },
      any: { properties: {}, "x-kubernetes-preserve-unknown-fields": true },
      // A field that is called as a word of JSON schema is.
      properties: { type: "object" },
    },
  };
  expect(strict(schema)).toEqual({
    additionalProperties: false,
    properties: {
      spec: {
        additionalProperties: false,
        properties: { items: { items: { additionalProperties: false, properties: { a: {} } } } },
      },
      labels: { additionalProperties: { type: "string" } },
      any: { properties: {}, "x-kubernetes-preserve-unknown-fields": true },
      properties: { type: "object" },
    },
  });
});

const ref = (name: string) => ({ $ref: `#/definitions/${name}` });

test("a definition takes along whatever it speaks of, and nothing else", () => {
  const all = {
    Pod: { properties: { spec: ref("Spec"), self: ref("Pod") } },
    Spec: { properties: { port: ref("util.IntOrString") } },
    "util.IntOrString": { type: "string" },
    Other: { type: "object" },
  };
  expect(ownSchema("Pod", all)).toEqual({
    $ref: "#/definitions/Pod",
    definitions: {
      Pod: { additionalProperties: false, properties: all.Pod.properties },
      Spec: { additionalProperties: false, properties: all.Spec.properties },
      "util.IntOrString": { type: ["string", "number"] },
    },
  });
});
