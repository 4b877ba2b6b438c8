import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { z } from "zod";
import { openApiDocument } from "../../src/inbound/openapi/document.ts";

const Answer = z.object({
  headers: z.record(z.string(), z.unknown()).default({}),
  content: z.record(z.string(), z.object({ schema: z.unknown() })).optional(),
});
const Node = z.record(z.string(), z.unknown());

const document = Node.parse(closed(JSON.parse(JSON.stringify(openApiDocument()))));
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(document, "openapi");

export interface Given {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly text: string;
}

/** What is wrong with an answer by the document; nothing, if it is as that says. */
export function faultsOf(method: string, path: string, given: Given): string[] {
  const type = given.headers["content-type"]?.split(";", 1)[0] ?? "none";
  const at = ["paths", path, method.toLowerCase(), "responses", String(given.status)];
  const found = look(at);
  if (!found) return [`${given.status} is not documented`];
  const answer = Answer.parse(found.node);
  const missing = Object.keys(answer.headers)
    .filter((name) => !(name.toLowerCase() in given.headers))
    .map((name) => `${name} is missing`);
  if (!answer.content) return type === "none" ? missing : [...missing, `${type} is not documented`];
  if (!(type in answer.content)) return [...missing, `${type} is not documented`];
  const pointer = [...found.at, "content", type, "schema"].map(escaped).join("/");
  const validate = ajv.compile({ $ref: `openapi#/${pointer}` });
  const faults = valuesOf(type, given).flatMap((value) =>
    validate(value) ? [] : (validate.errors ?? []).map((error) => ajv.errorsText([error])),
  );
  return [...missing, ...faults];
}

// The schema of a stream is that of each of its events.
function valuesOf(type: string, { body, text }: Given): unknown[] {
  if (type.endsWith("json")) return [body];
  return type === "text/event-stream" ? eventsIn(text) : [text];
}

export const eventsIn = (stream: string): Record<string, string>[] =>
  stream
    .split("\n\n")
    .filter((frame) => frame.includes("event: "))
    .map((frame) => Object.fromEntries(frame.split("\n").map((line) => line.split(/: (.*)/s))));

const escaped = (part: string): string =>
  encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));

/** What stands at a place of the document, and where that is once references are followed. */
function look(at: readonly string[]): { at: readonly string[]; node: unknown } | undefined {
  let node: unknown = document;
  for (const part of at) node = Node.safeParse(node).data?.[part];
  const ref = z.object({ $ref: z.string() }).safeParse(node).data?.$ref;
  if (ref !== undefined) return look(ref.split("/").slice(1));
  return node === undefined ? undefined : { at, node };
}

// The document leaves its answers open for what they may grow; here a field that it does not know is a fault.
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  const object = Node.safeParse(node).data;
  if (!object) return node;
  const inner = Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, closed(value)]),
  );
  const isOpen =
    object["type"] === "object" && object["properties"] && !("additionalProperties" in object);
  return isOpen ? { ...inner, additionalProperties: false } : inner;
}
