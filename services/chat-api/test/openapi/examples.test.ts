import { expect, test } from "@jest/globals";
import { z } from "zod";
import { openApiDocument } from "../../src/inbound/openapi/document.ts";

const Ref = z.object({ $ref: z.string() });
const Media = z.object({ schema: z.looseObject({}), example: z.unknown().optional() });
const Content = z.object({ content: z.record(z.string(), Media) });
const Empty = z.object({ description: z.string() });
const Operation = z.object({
  operationId: z.string(),
  requestBody: Content.optional(),
  responses: z.record(z.string(), Content.or(Ref).or(Empty)),
});
// A whole document, a page, a file: no example makes them clearer.
const NONE = ["openApi", "docs", "docsFile", "readSchema", "mayListen"];

test("every body and every answer shows an example", () => {
  const { paths = {}, components } = openApiDocument();
  const operations = Object.values(paths)
    .flatMap((item) => Object.values(item))
    .flatMap((one) => Operation.safeParse(one).data ?? []);
  const bare = operations.flatMap(({ operationId, requestBody, responses }) =>
    [requestBody, ...Object.values(responses)]
      .flatMap((one) => (one && "content" in one ? Object.entries(one.content) : []))
      .filter(([, media]) => media.example === undefined && !examplesOf(media.schema))
      .map(([type]) => `${operationId} ${type}`),
  );
  expect(operations.length).toBeGreaterThan(20);
  expect(bare.filter((one) => !NONE.some((id) => one.startsWith(`${id} `)))).toEqual([]);

  function examplesOf(schema: Record<string, unknown>): unknown {
    const name = Ref.safeParse(schema).data?.$ref.split("/").at(-1);
    const named = z.looseObject({}).safeParse(components?.schemas?.[name ?? ""]).data;
    return (named ?? schema)["examples"];
  }
});
