import { AppError } from "@todo-mesh/ports";
import express, { type Request, type RequestHandler } from "express";
import { Refusal } from "./refusal.ts";

const ONE_MB = 1_048_576;
const MAX_DEPTH = 64;
const JSON_TYPES = ["application/json", "application/*+json"];

/**
 * Reads a JSON body into `req.body`: an object or array in UTF-8, at most 1 MB and 64 levels
 * deep. Anything else is refused at once. No body leaves `req.body` undefined.
 */
export function jsonBody(): RequestHandler {
  const read = express.json({ limit: ONE_MB, type: JSON_TYPES, inflate: false });
  return (req, res, next) => {
    const declared = Number(req.headers["content-length"] ?? 0);
    if (declared > ONE_MB) return next(tooLarge());
    if (!hasBody(req)) return next();
    if (!req.is(JSON_TYPES)) return next(notJson());
    const settle = once((error?: unknown) => next(error ?? tooDeep(req.body)));
    refuseEndless(req, settle);
    return read(req, res, settle);
  };
}

const hasBody = ({ headers }: Request): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

// The parser answers a body without a declared length only after the last byte of it, which may never come.
function refuseEndless(req: Request, refuse: (error: unknown) => void): void {
  let seen = 0;
  req.on("data", (chunk: Buffer) => {
    seen += chunk.length;
    if (seen > ONE_MB) refuse(tooLarge());
  });
}

const tooLarge = (): AppError => new AppError("too-large", "A body has at most 1 MB");

const notJson = (): AppError =>
  new Refusal("invalid", "Send JSON, with the header Content-Type: application/json", {
    status: 415,
    headers: { accept: "application/json" },
  });

// A loop, not recursion: ten thousand levels must not end the process.
function tooDeep(body: unknown): AppError | undefined {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH)
      return new AppError("invalid", `The body is nested more than ${MAX_DEPTH} levels deep`);
    level = level.flatMap((value) =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
  }
  return undefined;
}

function once(call: (value?: unknown) => void): (value?: unknown) => void {
  let called = false;
  return (value) => {
    if (called) return;
    called = true;
    call(value);
  };
}
