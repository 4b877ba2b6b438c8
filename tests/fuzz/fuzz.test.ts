import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Mesh, startMesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { PLENTY } from "../support/plenty.ts";
import { z } from "zod";
import { person } from "../support/person.ts";
import { type Findings, findingsIn } from "./findings.ts";
import { fuzz } from "./run.ts";

const USER = "fuzz";
// Being forgotten would pull the ground from under all the others: it is asked alone, at the end.
const ERASE = "eraseAll";
// It speaks a protocol of its own, which no document of ours tells; that protocol's own suite asks it.
const MCP = "mcp";

const CHECKS = [
  ["no answer is a 5xx", "not_a_server_error"],
  ["no answer has a status that the document does not name", "status_code_conformance"],
  ["no answer has a content type that the document does not name", "content_type_conformance"],
  ["no answer lacks a header that the document promises", "response_headers_conformance"],
  ["no answer is outside its schema", "response_schema_conformance"],
  ["what the document forbids is refused", "negative_data_rejection"],
  ["a method that the document does not name is a 405", "unsupported_method"],
  ["and a 405 says which methods there are", "allow_header_conformance"],
  ["without a good token there is nothing to be had", "ignored_auth"],
  ["what was just made can be read", "ensure_resource_availability"],
  ["what was deleted is not there any more", "use_after_free"],
] as const;

let mesh: Mesh;
let found: Findings;
let operations: string[];
beforeAll(async () => {
  mesh = await startMesh({ env: { "chat-api": PLENTY } });
  operations = await documented();
  await fillInbox();
  const [url, token] = [mesh.publicUrl(), await mesh.token(USER)];
  const first = await fuzz(url, token, [
    "--exclude-operation-id",
    ERASE,
    "--exclude-operation-id",
    MCP,
  ]);
  const last = await fuzz(url, token, ["--include-operation-id", ERASE, "--max-examples", "5"]);
  found = findingsIn([...first, ...last]);
}, 600_000);
afterAll(async () => mesh?.stop(), 60_000);

describe("whatever schemathesis makes of the OpenAPI document and asks of a whole mesh", () => {
  test.each(CHECKS)("%s", (_sentence, check) => {
    expect(found.failed.get(check) ?? []).toEqual([]);
    expect(found.made.get(check)).toBeGreaterThan(100);
  });

  test("every operation was asked, and most of them did what they are for", () => {
    const silent = operations.filter((operation) => !found.asked.has(operation));
    // It asks for the document before it begins.
    expect(silent.toSorted()).toEqual(["GET /openapi.json", "POST /mcp"]);
    const worked = [...found.asked].filter(
      ([, statuses]) => statuses.has(200) || statuses.has(201),
    );
    expect(worked.length).toBeGreaterThan(operations.length * 0.8);
  });

  test("nothing else went wrong, and nothing else was checked", () => {
    expect(found.errors).toEqual([]);
    const others = [...found.failed.keys()].filter(
      (name) => !CHECKS.some(([, check]) => check === name),
    );
    expect(others).toEqual([]);
  });
});

async function documented(): Promise<string[]> {
  const answer = await fetch(`${mesh.publicUrl()}/openapi.json`);
  const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
  return Object.entries(Document.parse(await answer.json()).paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace("{user_id}", USER)}`),
  );
}

/** Something to read there: schemathesis takes the ids it asks about from the answers it gets. */
async function fillInbox(): Promise<void> {
  const somebody = await person(mesh, USER);
  await Promise.all(["one", "two", "three"].map((title) => somebody.addTask(title, 500)));
  await until("all have rung", async () => (await somebody.inbox()).length === 3);
}
