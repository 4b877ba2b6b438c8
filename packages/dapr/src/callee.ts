import { Problem } from "@todo-mesh/contracts";
import { AppError, type ErrorKind } from "@todo-mesh/ports";
import { jsonOf } from "./answer.ts";

const KIND_OF_STATUS: Readonly<Record<number, ErrorKind>> = {
  400: "invalid",
  401: "unauthenticated",
  403: "forbidden",
  404: "not-found",
  408: "unavailable",
  409: "conflict",
  412: "stale",
  413: "too-large",
  422: "key-reused",
  429: "too-many",
};

/** The error a callee's answer stands for: a 4xx by its status, in the words of its problem; else `unavailable`. */
export function calleeError(app: string, status: number, body: string): AppError {
  const unclear = `${app} answered ${status}`;
  if (status < 400 || status >= 500) return new AppError("unavailable", unclear);
  const kind = KIND_OF_STATUS[status] ?? "invalid";
  const problem = Problem.safeParse(jsonOf(body)).data;
  if (problem === undefined) return new AppError(kind, unclear);
  const fields = problem.errors ?? [];
  return new AppError(kind, problem.detail ?? problem.title, { fields });
}

/** What a callee answered: its JSON, or undefined for an empty body. */
export function calleeAnswer(app: string, body: string): unknown {
  if (body === "") return undefined;
  const value = jsonOf(body);
  if (value === undefined)
    throw new AppError("unavailable", `${app} gave an answer that makes no sense`);
  return value;
}
