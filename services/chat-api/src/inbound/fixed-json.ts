import { createHash } from "node:crypto";
import type { Response } from "express";

interface Fixed {
  readonly bytes: Buffer;
  readonly tag: string;
}

/** JSON that is the same for everyone: written out and tagged once, however often it is asked for. */
export function fixedJson(value: unknown): Fixed {
  const bytes = Buffer.from(JSON.stringify(value));
  return { bytes, tag: `"${createHash("sha256").update(bytes).digest("base64url")}"` };
}

/** Sends it; 304 to who has it already. */
export function sendFixed(res: Response, { bytes, tag }: Fixed): void {
  res.set("etag", tag).type("json").send(bytes);
}
