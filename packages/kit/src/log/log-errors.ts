import { AppError } from "@todo-mesh/ports";
import { z } from "zod";
import { isError } from "./is-error.ts";

const MAX_LENGTH = 4_000;
const MAX_CAUSES = 5;
// Long stacks must not push the causes off the end of the line.
const MAX_FRAMES = 8;
// What begins as a token of base64url parts does, Authorization values, and the user part of a URL.
const SECRETS =
  /\beyJ[\w.-]*|(?=[\w+/=.~-])(?<=\b(?:bearer|basic)\s+)[\w+/=.~-]+|(?<=:\/\/)[^/\s@]+(?=@)/gi;
const QUOTED = /"[^"]*"/g;
const PLAIN_FIELD = /^[\w.[\]-]{1,100}$/;

/** Text for a log line: without anything that looks like a secret, and not without end. */
export function cleanText(text: string): string {
  return shortened(text).replace(SECRETS, "[secret]");
}

// Cut between words: half a secret would not be known as one.
function shortened(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  const start = text.slice(0, MAX_LENGTH);
  const end = Math.max(start.lastIndexOf(" "), start.lastIndexOf("\n"));
  return `${start.slice(0, Math.max(0, end))}…`;
}

/**
 * An error as a reader of logs needs it: name, code, message, stack and causes. Own properties stay
 * behind (a parser keeps the body there), and so do words that a person may have written.
 */
export function describeError(error: unknown, depth = 0): string {
  if (!isError(error)) return cleanText(typeof error === "string" ? error : typeof error);
  const lines = [`${error.name}${codeOf(error)}: ${safeMessage(error)}`, framesOf(error)];
  if (depth < MAX_CAUSES)
    for (const cause of causesOf(error)) lines.push(`caused by ${describeError(cause, depth + 1)}`);
  return cleanText(lines.filter((line) => line !== "").join("\n"));
}

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? ` [${error.code}]` : "";
}

function causesOf(error: Error): unknown[] {
  const together: unknown[] = "errors" in error && Array.isArray(error.errors) ? error.errors : [];
  return [...(error.cause === undefined ? [] : [error.cause]), ...together.slice(0, MAX_CAUSES)];
}

// The stack begins with the message, which has been dealt with.
function framesOf({ message, stack = "" }: Error): string {
  return stack
    .slice(Math.max(0, stack.indexOf(message)) + message.length)
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MAX_FRAMES)
    .join("\n");
}

// Errors of ours that speak to a person may quote that person, and parsers quote what they could not read.
function safeMessage(error: Error): string {
  if (error instanceof AppError) return appMessage(error);
  if (error instanceof z.core.$ZodError) return issuesOf(error);
  if (error.name === "SyntaxError" && /JSON/.test(error.message)) return "not valid JSON";
  if (error.name === "URIError") return "not a well-formed URI";
  return error.message;
}

function appMessage({ kind, message, fields }: AppError): string {
  if (kind === "bug" || kind === "unavailable") return message;
  if (fields.length > 0)
    return `${kind}: ${fields.map(({ field }) => fieldName(field)).join(", ")}`;
  return `${kind}: ${withoutQuotes(message)}`;
}

// From the first such mark to the last: a title may have some of its own.
function withoutQuotes(message: string): string {
  const [from, to] = [message.indexOf("“"), message.lastIndexOf("”")];
  const isQuoted = from !== -1 && from < to;
  const rest = isQuoted ? `${message.slice(0, from)}"…"${message.slice(to + 1)}` : message;
  return rest.replace(QUOTED, '"…"');
}

function issuesOf({ issues }: z.core.$ZodError): string {
  return issues.map(({ code, path }) => `${code} at ${fieldName(path.join("."))}`).join(", ");
}

const fieldName = (field: string): string => (PLAIN_FIELD.test(field) ? field : "(a field)");
