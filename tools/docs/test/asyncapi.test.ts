import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { fromFile, Parser } from "@asyncapi/parser";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { EVENTS } from "@todo-mesh/contracts/documents";
import { SCHEMA_FORMAT } from "../src/asyncapi.ts";
import { ASYNCAPI, DOCS } from "../src/pages.ts";

// There is a 3.1; what reads these documents today reads 3.0.
const NEWER = "asyncapi-latest-version";

test("docs/asyncapi.yaml is a sound AsyncAPI document, and finds its schemas", async () => {
  const parser = new Parser();
  parser.registerSchemaParser(jsonSchema2020());
  const { document, diagnostics } = await fromFile(parser, join(DOCS, ASYNCAPI)).parse();
  const found = diagnostics.map(({ code, message, path }) => [code, message, path.join(".")]);
  expect(found.filter(([code]) => code !== NEWER)).toEqual([]);
  const types = document
    ?.allMessages()
    .all()
    .map((message) => message.name());
  expect(types?.toSorted()).toEqual(EVENTS.map(({ contract }) => contract.type).toSorted());
});

// The parser itself knows only an older draft.
function jsonSchema2020(): Parameters<Parser["registerSchemaParser"]>[0] {
  const ajv = new Ajv2020({ strictTypes: false });
  addFormats.default(ajv);
  return {
    getMimeTypes: () => [SCHEMA_FORMAT],
    validate: ({ data }) =>
      ajv.validateSchema(schemaIn(data)) ? [] : [{ message: ajv.errorsText() }],
    parse: ({ data }) => schemaIn(data),
  };
}

function schemaIn(data: unknown): object {
  if (typeof data === "object" && data !== null) return data;
  throw new Error("A schema is an object");
}
