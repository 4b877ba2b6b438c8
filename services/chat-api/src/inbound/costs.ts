import type { Request } from "express";
import { z } from "zod";

// What a request may hold that costs; whether it is valid is for its route to say.
const Body = z
  .looseObject({
    message: z.string().optional().catch(undefined),
    text: z.string().optional().catch(undefined),
    count: z.number().optional().catch(undefined),
    operations: z.array(z.unknown()).optional().catch(undefined),
  })
  .catch({});

const BYTES_A_UNIT = 4_096;
const CHARACTERS_A_UNIT = 250;
const DATES_A_UNIT = 20;
const OPERATIONS_A_UNIT = 2;

// In units of a small request, estimated. What depends on how much a person has is charged as it is done.
const ROUTES: Readonly<Record<string, number>> = {
  "GET /export": 20,
  "DELETE /": 20,
  "POST /tasks/travel": 20,
  "POST /undo": 5,
  "POST /chat": 3,
};

type Asked = Pick<Request, "method" | "path" | "query" | "body">;

/** What a request costs beside the bytes of its body: its route, and what it asks for. */
export function costOf({ method, path, query, body }: Asked): number {
  const isSearch = "query" in query;
  const ofRoute = (ROUTES[routeOf(method, path)] ?? 1) + (isSearch ? 1 : 0);
  return ofRoute + costOfBody(body);
}

/** What it costs to read bytes of a body, also of one that is refused then. */
export const costOfBytes = (bytes: number): number => bytes / BYTES_A_UNIT;

/** The router takes a path in any case, with a slash at its end or without, and answers HEAD by what answers GET. */
function routeOf(method: string, path: string): string {
  const plain = path.toLowerCase();
  const isLong = plain.length > 1 && plain.endsWith("/");
  return `${method === "HEAD" ? "GET" : method} ${isLong ? plain.slice(0, -1) : plain}`;
}

function costOfBody(body: unknown): number {
  const { message = "", text = "", count = 0, operations = [] } = Body.parse(body);
  return (
    Math.floor((message.length + text.length) / CHARACTERS_A_UNIT) +
    Math.floor(Math.max(0, count) / DATES_A_UNIT) +
    operations.length / OPERATIONS_A_UNIT
  );
}

/** A piece of an export. */
export const PIECE_COST = 1;
