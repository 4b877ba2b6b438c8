import type { Json } from "../state-store.ts";

/**
 * What is left of a value that went through a store: the same JSON, but fields in alphabetical order
 * and text well-formed, as Dapr hands them back. Code that hopes for more fails here first.
 */
export const throughJson = (value: Json): Json => fromText(textOf(value));

/** The text of it, as a store keeps it. */
export const textOf = (value: Json): string =>
  JSON.stringify(value, (_name, part: unknown) => tidied(part));

/** What such a text says. */
export function fromText(text: string): Json {
  const read: Json = JSON.parse(text);
  return read;
}

function tidied(part: unknown): unknown {
  if (typeof part === "string") return part.toWellFormed();
  if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
  return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
