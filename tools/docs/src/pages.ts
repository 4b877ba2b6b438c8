import { fileURLToPath } from "node:url";
import { eventSchemas } from "@todo-mesh/contracts/documents";
import { stringify } from "yaml";
import { asyncApi } from "./asyncapi.ts";

export const DOCS = fileURLToPath(new URL("../../../docs/", import.meta.url));
export const EVENTS_FOLDER = "events";
export const ASYNCAPI = "asyncapi.yaml";

const HEAD =
  "# Written from packages/contracts by `pnpm schemas`; a test fails when it is stale.\n";

const STYLE = { lineWidth: 0, blockQuote: "literal", aliasDuplicateObjects: false } as const;

/** What the contracts say of events, as files of `docs/`: their names and texts. */
export function pages(): Map<string, string> {
  const schemas = [...eventSchemas()].map(
    ([type, schema]) =>
      [`${EVENTS_FOLDER}/${type}.json`, `${JSON.stringify(schema, null, 2)}\n`] as const,
  );
  const api = HEAD + stringify(asyncApi(), STYLE);
  return new Map([...schemas, [ASYNCAPI, api]]);
}
