import { expect, test } from "@jest/globals";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { openApiDocument } from "../../src/inbound/openapi/document.ts";

// What stands open to everyone and has no parameters refuses nobody.
const RULES = { "operation-4xx-response": "off" } as const;

test("the document is sound: a linter finds nothing", async () => {
  const config = await createConfig({ extends: ["recommended-strict"], rules: RULES });
  expect(await lint(openApiDocument(), config)).toEqual([]);
  const { paths: _, ...broken } = openApiDocument();
  expect(await lint(broken, config)).not.toEqual([]);
});

async function lint(document: object, config: Awaited<ReturnType<typeof createConfig>>) {
  const source = JSON.stringify(document);
  const found = await lintFromString({ source, absoluteRef: "openapi.json", config });
  return found.map(({ ruleId, message, location: [place] }) => [ruleId, message, place?.pointer]);
}
