/** A state key of parts that may hold anything: each is URL-encoded, so that no two lists of parts share a key. */
export function keyOf(...parts: readonly (string | number)[]): string {
  return parts.map((part) => encodeURIComponent(part)).join(":");
}
