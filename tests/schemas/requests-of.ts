import * as fc from "fast-check";
import { z } from "zod";
import { boundaries, oddText } from "./boundaries.ts";

type Json = z.core.JSONSchema.BaseSchema;

/** What a request schema lets in, and some of what lies just beside it; values at boundaries come often. */
export function requestsOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  const json: Json = z.toJSONSchema(schema, { io: "input" });
  return arbitraryOf(json, json.$defs ?? {});
}

type Defs = Readonly<Record<string, Json>>;

function arbitraryOf(json: Json, defs: Defs): fc.Arbitrary<unknown> {
  if (json.$ref !== undefined) return referred(json.$ref, defs);
  if (json.const !== undefined) return fc.constant(json.const);
  if (json.enum !== undefined) return fc.constantFrom(...json.enum);
  const options = json.anyOf ?? json.oneOf;
  if (options !== undefined)
    return fc.oneof(...options.map((one) => arbitraryOf(plain(one), defs)));
  return ofType(json, defs);
}

function referred(ref: string, defs: Defs): fc.Arbitrary<unknown> {
  const name = ref.replace("#/$defs/", "");
  const known = boundaries[name];
  const json = defs[name];
  if (known === undefined && json === undefined) throw new Error(`There is no ${ref}`);
  return known ?? arbitraryOf(json ?? {}, defs);
}

function ofType(json: Json, defs: Defs): fc.Arbitrary<unknown> {
  const { type } = json;
  if (type === "object") return objectOf(json, defs);
  if (type === "array") return arrayOf(json, defs);
  if (type === "string") return textOf(json);
  if (type === "integer" || type === "number") return numberOf(json);
  return type === "boolean" ? fc.boolean() : fc.constant(null);
}

function objectOf({ properties = {}, required = [] }: Json, defs: Defs): fc.Arbitrary<unknown> {
  const members = Object.entries(properties).map(([name, member]) => [
    name,
    arbitraryOf(plain(member), defs),
  ]);
  const record: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(members);
  return fc.record(record, { requiredKeys: [...required], noNullPrototype: true });
}

function arrayOf({ items, minItems = 0, maxItems = 4 }: Json, defs: Defs): fc.Arbitrary<unknown> {
  const item = Array.isArray(items) ? items[0] : items;
  const maxLength = Math.max(minItems, Math.min(maxItems, 4));
  return fc.array(arbitraryOf(plain(item), defs), { minLength: minItems, maxLength });
}

const WALL_TIME = String.raw`^\d{4}-\d{2}-\d{2}T`;

function textOf({ format, pattern, maxLength = 100 }: Json): fc.Arbitrary<string> {
  const wall = pattern?.startsWith(WALL_TIME) ? "WallTime" : undefined;
  return boundaries[wall ?? format ?? ""] ?? oddText(maxLength);
}

function numberOf({ minimum = -10, maximum = 10 }: Json): fc.Arbitrary<number> {
  const within = { min: Math.ceil(minimum), max: Math.floor(maximum) };
  return fc.oneof(fc.constantFrom(within.min, within.max, 0, 1), fc.integer(within));
}

const plain = (json: boolean | Json | undefined): Json => (typeof json === "object" ? json : {});
