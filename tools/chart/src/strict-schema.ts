/** A JSON schema, as far as it is looked into here. */
export type JsonSchema = Readonly<Record<string, unknown>>;

// What Kubernetes publishes as a string, and takes as a number as well.
const NUMBER_OR_TEXT = /(?:IntOrString|\.Quantity)$/;

/** The schema refuses fields that it does not name, all the way down. */
export function strict(schema: JsonSchema): JsonSchema {
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, strictIn(key, value)]),
  );
  const isOpen =
    !("properties" in schema) ||
    "additionalProperties" in schema ||
    schema["x-kubernetes-preserve-unknown-fields"] === true;
  // metadata of a kind that somebody defined is told as an object, and no more.
  return isOpen ? inner : { ...inner, additionalProperties: false };
}

function strictIn(key: string, value: unknown): unknown {
  if (key === "properties" || key === "definitions") return eachOf(value);
  if (Array.isArray(value)) return value.map((one) => (isSchema(one) ? strict(one) : one));
  return isSchema(value) ? strict(value) : value;
}

const eachOf = (schemas: unknown): unknown =>
  isSchema(schemas)
    ? Object.fromEntries(
        Object.entries(schemas).map(([name, one]) => [name, isSchema(one) ? strict(one) : one]),
      )
    : schemas;

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One definition as a schema that needs no other file. */
export function ownSchema(name: string, all: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const needed = new Map<string, JsonSchema>();
  const waiting = [name];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const definition = all[next];
    if (needed.has(next) || definition === undefined) continue;
    needed.set(next, NUMBER_OR_TEXT.test(next) ? { type: ["string", "number"] } : definition);
    for (const [, ref = ""] of JSON.stringify(definition).matchAll(/"#\/definitions\/([^"]+)"/g))
      waiting.push(ref);
  }
  return strict({ $ref: `#/definitions/${name}`, definitions: Object.fromEntries(needed) });
}
