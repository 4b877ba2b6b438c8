import type { Request } from "express";

const WAIT = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,6})"?\s*(?:$|[,;])/i;
const LONGEST_S = 60;

/** How long a request may wait for what is before it: `Prefer: wait=10` (RFC 7240), a minute at most. */
export function waitOf(req: Pick<Request, "get">): number | undefined {
  const seconds = WAIT.exec(req.get("prefer") ?? "")?.[1];
  return seconds === undefined ? undefined : Math.min(Number(seconds), LONGEST_S) * 1_000;
}
