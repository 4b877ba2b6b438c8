import type {
  ZodOpenApiContentObject,
  ZodOpenApiMediaTypeObject,
  ZodOpenApiResponsesObject,
} from "zod-openapi";
import { eventOf } from "./streams.ts";
import type { Answer, Operation, Text } from "./operation.ts";
import { problemAnswer, type ProblemName, TOO_LONG } from "./problems.ts";

const EVERY_OWN: readonly ProblemName[] = [
  "invalid",
  "unauthenticated",
  "not-found",
  "too-many",
  "bug",
  "unavailable",
];

/** All that an operation answers: its own answers, its problems, and those that follow from what it reads. */
export function answersOf(operation: Operation, isOwn: boolean): ZodOpenApiResponsesObject {
  const own = Object.entries(operation.answers).map(([status, answer]) => [
    status,
    {
      description: answer.about,
      ...(answer.headers && { headers: answer.headers }),
      ...((answer.json || answer.text) && { content: contentOf(answer) }),
    },
  ]);
  const problems = problemsOf(operation, isOwn).map(problemAnswer);
  return Object.fromEntries([...own, ...problems, ["431", TOO_LONG]]);
}

function problemsOf({ body, headers, problems = [] }: Operation, isOwn: boolean): ProblemName[] {
  return [
    ...(isOwn ? EVERY_OWN : []),
    ...problems,
    ...(body ? (["too-large", "not-json"] as const) : []),
    ...(headers && "Idempotency-Key" in headers.shape ? (["key-reused"] as const) : []),
    ...(headers && "If-Match" in headers.shape ? (["stale"] as const) : []),
  ];
}

function contentOf({ json, text = {} }: Answer): ZodOpenApiContentObject {
  const others = Object.entries(text).map(([type, form]) => [type, inText(form)] as const);
  return {
    ...(json && { "application/json": { schema: json } }),
    ...Object.fromEntries(others),
  };
}

const inText = ({ example, events }: Text): ZodOpenApiMediaTypeObject => ({
  schema: events ? eventOf(events) : { type: "string" },
  ...(example !== undefined && { example }),
});
