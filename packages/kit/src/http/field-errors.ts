import type { FieldError } from "@todo-mesh/ports";
import type { z } from "zod";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

// A body of a thousand faults is answered with the first of them: an answer must not outgrow its request.
const MAX_FIELDS = 50;
const MAX_NAME = 200;

/** Zod's issues as a person can use them: one line for each field at fault. */
export function fieldErrors(error: z.core.$ZodError, whole: string): FieldError[] {
  const fields: FieldError[] = [];
  for (const { path, message } of flattenAll(error.issues, [])) {
    fields.push({ field: nameOf(path, whole), message });
    if (fields.length === MAX_FIELDS) break;
  }
  return fields;
}

function nameOf(path: Path, whole: string): string {
  const name = path.length === 0 ? whole : path.map(String).join(".");
  return name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}…` : name;
}

type Flat = { path: Path; message: string };

// Lazily: of a hundred thousand faults only those are worked out that are said.
function* flattenAll(issues: readonly Issue[], above: Path): Generator<Flat> {
  for (const issue of issues) yield* flatten(issue, [...above, ...issue.path]);
}

function* flatten(issue: Issue, path: Path): Generator<Flat> {
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) yield { path: [...path, key], message: "unknown field" };
    return;
  }
  const within = issuesWithin(issue);
  if (within.length === 0) yield { path, message: messageOf(issue) };
  else yield* flattenAll(within, path);
}

function issuesWithin(issue: Issue): readonly Issue[] {
  if (issue.code === "invalid_union") return likeliest(issue.errors);
  return "issues" in issue ? issue.issues : [];
}

// Of the forms an input may take, the one with the fewest faults is the one that was meant. On a tie nobody knows.
function likeliest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const [best, next] = branches.toSorted((one, other) => weightOf(one) - weightOf(other));
  if (!best || (next && weightOf(next) === weightOf(best))) return [];
  return best;
}

// What is there was said on purpose: that it is wrong is likelier than that something was left out.
const LEFT_OUT = 1.1;

const weightOf = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => sum + ("keys" in issue ? issue.keys.length : ofOne(issue)), 0);

const ofOne = (issue: Issue): number => (isLeftOut(issue) ? LEFT_OUT : 1);

const isLeftOut = ({ code, message }: Issue): boolean =>
  code === "invalid_type" && message.endsWith("received undefined");

function messageOf(issue: Issue): string {
  if (issue.code === "invalid_union" && issue.message === "Invalid input")
    return anyOf(issue.errors);
  return isLeftOut(issue) ? "is required" : issue.message;
}

// A union without words of its own is told by those of its forms that speak of the field itself.
function anyOf(branches: readonly (readonly Issue[])[]): string {
  const own = branches.flat().filter(({ path }) => path.length === 0);
  return [...new Set(own.map(messageOf))].join(" or ") || "Invalid input";
}
