import { createHash } from "node:crypto";
import { AppError } from "@todo-mesh/ports";
import type { Request } from "express";

/** What makes two requests one: the sender's key, and a digest of what was asked under it. */
export interface Idempotency {
  readonly key: string;
  readonly fingerprint: string;
}

const KEY = /^[\x20-\x7e]{1,200}$/;

/**
 * The request's `Idempotency-Key`, if it has one, with a digest of its method, path and body that is the
 * same however the body's members are ordered. Behind `jsonBody`. A key that is not well-formed is `invalid`.
 */
export function idempotencyOf(
  req: Pick<Request, "get" | "method" | "originalUrl" | "body">,
): Idempotency | undefined {
  const key = req.get("idempotency-key");
  if (key === undefined) return undefined;
  if (!KEY.test(key))
    throw new AppError("invalid", "Idempotency-Key: 1 to 200 printable ASCII characters", {
      fields: [{ field: "Idempotency-Key", message: "1 to 200 printable ASCII characters" }],
    });
  const path = req.originalUrl.split("?", 1)[0] ?? "";
  return { key, fingerprint: digestOf([req.method, path, req.body]) };
}

/** A digest of something as JSON, the same however the members of its objects are ordered. */
export const digestOf = (value: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(canonical(value)))
    .digest("base64url");

// Objects become sorted lists of pairs: no member, whatever its name, is ever assigned. `jsonBody` bounds the depth.
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { members: members.map(([name, member]) => [name, canonical(member)]) };
}
