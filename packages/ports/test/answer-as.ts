import { Problem } from "@todo-mesh/contracts";
import { AppError, type ErrorKind } from "@todo-mesh/ports";
import type { CalleeAnswer, ReceivedCall } from "@todo-mesh/ports/conformance";
import type { Callee } from "@todo-mesh/ports/testing";

const KIND_OF_STATUS: Readonly<Record<number, ErrorKind>> = {
  400: "invalid",
  401: "unauthenticated",
  403: "forbidden",
  404: "not-found",
  409: "conflict",
  412: "stale",
  413: "too-large",
  422: "key-reused",
  429: "too-many",
};

/** A callee in memory that throws where one over HTTP would answer a status. */
export function answerAs(callee: (call: ReceivedCall) => CalleeAnswer): Callee {
  return (call) => {
    const answer = callee(call);
    if (answer === "never") throw new AppError("unavailable", "too slow");
    if (answer.status < 300) return answer.body;
    const { detail = "", errors = [] } = Problem.parse(answer.body);
    throw new AppError(KIND_OF_STATUS[answer.status] ?? "bug", detail, { fields: errors });
  };
}
