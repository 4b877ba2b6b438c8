import type { Problem } from "@todo-mesh/contracts";
import { problemOf } from "@todo-mesh/kit";
import { AppError, type ErrorKind } from "@todo-mesh/ports";
import type { z } from "zod";
import type { ZodOpenApiResponseObject } from "zod-openapi";
import { CHALLENGE, LATER } from "./headers.ts";

/** `not-json` is an `invalid` with a status of its own. */
export type ProblemName = ErrorKind | "not-json";

type Row = [problem: ProblemName, id: string, about: string, says: string, headers?: z.ZodObject];

// When a problem is met, and what its example says where that is not always the same.
const TABLE: readonly Row[] = [
  [
    "invalid",
    "Invalid",
    "A field, a parameter or a header is not valid; `errors` names it.",
    "title: must not be empty",
  ],
  [
    "unauthenticated",
    "Unauthenticated",
    "There is no token, or it is not valid or has expired.",
    "The token has expired",
    CHALLENGE,
  ],
  [
    "forbidden",
    "Forbidden",
    "Another page asks for what only the page of this mesh may have.",
    "Only the page of this mesh signs in here",
  ],
  ["not-found", "NotFound", "There is no such thing, or it is not yours.", ""],
  [
    "conflict",
    "Conflict",
    "What is there does not allow it, or others kept changing it first.",
    "There is nothing to take back",
  ],
  ["stale", "Stale", "It has another version by now.", "The task has version 2 by now"],
  [
    "too-large",
    "TooLarge",
    "The body is over 256 KB (`/tasks/batch`, `/import`: 1 MB).",
    "A body has at most 256 KB here",
  ],
  ["not-json", "NotJson", "The body is not JSON in UTF-8.", "Send the body in UTF-8"],
  [
    "key-reused",
    "KeyReused",
    "This `Idempotency-Key` was used for something else.",
    "This Idempotency-Key was used for another request",
  ],
  [
    "too-many",
    "TooMany",
    "Too many requests, too large ones, or live streams; or too many answers kept in a day. `detail` says what to do, `Retry-After` when.",
    "Too many requests, or too large ones: try again in 1 s",
    LATER,
  ],
  ["bug", "Bug", "A fault of ours. The header `x-trace-id` helps us to find it.", ""],
  [
    "unavailable",
    "Unavailable",
    "Something this needs is away. Ask again, with the same `Idempotency-Key`.",
    "The state store does not answer",
    LATER,
  ],
];

// One object for each: the document has it once, and refers to it.
const ANSWERS = new Map(TABLE.map((row) => [row[0], answerOf(row)]));

/** Node's own answer, before any of our code has seen the request. */
export const TOO_LONG: ZodOpenApiResponseObject = {
  id: "TooLong",
  description: "The address and the headers are over 16 KB together. This answer has no body.",
};

/** How a problem leaves: its status, and the answer that the document shows for it. */
export function problemAnswer(problem: ProblemName): [string, ZodOpenApiResponseObject] {
  const answer = ANSWERS.get(problem);
  if (answer === undefined) throw new Error(`The document has no words for ${problem}`);
  return answer;
}

function answerOf([problem, id, about, says, headers]: Row): [string, ZodOpenApiResponseObject] {
  const example = exampleOf(problem, says);
  const schema = {
    allOf: [{ $ref: "#/components/schemas/Problem" }],
    properties: { type: { const: example.type }, status: { const: example.status } },
  };
  const content = { "application/problem+json": { schema, example } };
  return [String(example.status), { id, description: about, ...(headers && { headers }), content }];
}

function exampleOf(problem: ProblemName, says: string): Problem {
  const at = "/api/ada/tasks";
  if (problem !== "not-json") return problemOf(new AppError(problem, says), at);
  const invalid = problemOf(new AppError("invalid", says), at);
  return { ...invalid, title: "Unsupported Media Type", status: 415 };
}
