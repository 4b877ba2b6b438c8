import type { ToolCall } from "@todo-mesh/contracts";

export type JsonObject = ToolCall["arguments"];

const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** An object of what a server sent; undefined for anything else. */
export const objectIn = (value: unknown): JsonObject | undefined =>
  isObject(value) ? value : undefined;

export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textIn = (value: unknown): string => (typeof value === "string" ? value : "");

/** The object that a text spells, also when it was spelled as the text of a text. */
export function objectFrom(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? objectIn(JSON.parse(value)) : objectIn(value);
  } catch {
    return undefined;
  }
}
