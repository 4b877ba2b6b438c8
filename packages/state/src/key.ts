import { createHash } from "node:crypto";

/** A state key of parts that may hold anything: each is URL-encoded, so that no two lists of parts share a key. */
export function keyOf(...parts: readonly (string | number)[]): string {
  return parts.map((part) => encodeURIComponent(part)).join(":");
}

/** 43 characters in place of a text that a key should not show, or that may be long: its SHA-256 as base64url. */
export const hashOf = (text: string): string =>
  createHash("sha256").update(text).digest("base64url");

const LONGEST = 300;

/** `keyOf` for parts that others choose and that may be long: what would not fit becomes its hash. */
export function shortKeyOf(...parts: readonly string[]): string {
  const key = keyOf(...parts);
  if (key.length <= LONGEST) return key;
  // "=" never comes out of URL encoding, so no other list of parts can have this key.
  return `${keyOf(parts[0] ?? "")}:=${hashOf(key)}`;
}
