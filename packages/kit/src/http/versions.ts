import { AppError } from "@todo-mesh/ports";
import type { Request } from "express";

const TAG = /^(?:W\/)?"(\d{1,15})"$/;

/** A version as an entity tag: `"3"`. */
export const etagOf = (version: number): string => `"${version}"`;

/** The version that `If-Match` insists on; undefined when there is none, or any will do (`*`). */
export function ifMatchOf(req: Request): number | undefined {
  const header = req.get("if-match")?.trim();
  if (header === undefined || header === "*") return undefined;
  const version = TAG.exec(header)?.[1];
  if (version !== undefined) return Number(version);
  const message = 'one version in quotes, as the ETag gave it: "3"';
  throw new AppError("invalid", `If-Match: ${message}`, {
    fields: [{ field: "If-Match", message }],
  });
}
