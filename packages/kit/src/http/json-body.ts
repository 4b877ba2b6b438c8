import { AppError } from "@todo-mesh/ports";
import express, { type Request, type RequestHandler, type Response } from "express";
import { parseJson } from "./json-bytes.ts";
import { HttpError } from "./http-error.ts";

const JSON_TYPES = ["application/json", "application/*+json"];
const KB = 1_024;
const USUAL_BYTES = 256 * KB;
const CHARSET = /;\s*charset\s*=\s*"?(?<charset>[^";\s]*)/i;

// Each piece of a chunked body is handled by itself, however short it is: crumbs are as dear as this many bytes.
const CRUMB_BYTES = 32;

interface Reading {
  readonly maxBytes?: number;
  /**
   * Hears of bytes as they are read, whatever becomes of the body. Those of a body in many pieces count for more, and
   * of one that is refused for its length all that it says it has, for they come none the less.
   */
  readonly onBytes?: (res: Response, bytes: number) => void;
}

/**
 * Reads a JSON body into `req.body`: an object or array in UTF-8, at most `maxBytes` (256 KB) long and
 * 64 levels deep. Anything else is refused at once. No body leaves `req.body` undefined, and one that
 * another `jsonBody` has read is left as it is.
 */
export function jsonBody({
  maxBytes = USUAL_BYTES,
  onBytes = () => undefined,
}: Reading = {}): RequestHandler {
  const read = express.raw({ limit: maxBytes, type: JSON_TYPES, inflate: false });
  return (req, res, next) => {
    if (req.body !== undefined || !hasBody(req)) return next();
    const declared = Number(req.headers["content-length"] ?? 0);
    if (declared > maxBytes) {
      onBytes(res, declared);
      return next(tooLarge(maxBytes));
    }
    if (!req.is(JSON_TYPES))
      return next(notJson("Send JSON, with the header Content-Type: application/json"));
    if (!isUtf8(req)) return next(notJson("Send the body in UTF-8"));
    const settle = once((error?: unknown) => {
      next(error ?? readInto(req));
    });
    // The parser answers a body without a declared length only after the last byte of it, which may never come.
    let left = maxBytes;
    follow(req, (bytes) => {
      onBytes(res, bytes);
      left -= bytes;
      if (left < 0) settle(tooLarge(maxBytes));
    });
    return read(req, res, settle);
  };
}

// The bytes become what they say. Returned, not thrown: this runs when the last byte comes, outside of any handler.
function readInto(req: Request): unknown {
  try {
    req.body = parseJson(req.body);
    return undefined;
  } catch (error) {
    return error;
  }
}

const isChunked = ({ headers }: Request): boolean => headers["transfer-encoding"] !== undefined;

const hasBody = (req: Request): boolean =>
  isChunked(req) || Number(req.headers["content-length"] ?? 0) > 0;

// RFC 8259 §8.1. The type has no such parameter, so other charsets can only be a mistake, or an attack on whoever believes them.
function isUtf8({ headers }: Request): boolean {
  const charset = CHARSET.exec(headers["content-type"] ?? "")?.groups?.["charset"];
  return charset === undefined || /^utf-?8$/i.test(charset);
}

function follow(req: Request, heard: (bytes: number) => void): void {
  const crumb = isChunked(req) ? CRUMB_BYTES : 0;
  req.on("data", ({ length }: Buffer) => heard(length + crumb));
}

const tooLarge = (maxBytes: number): AppError =>
  new AppError("too-large", `A body has at most ${maxBytes / KB} KB here`);

const notJson = (message: string): AppError =>
  new HttpError("invalid", message, { status: 415, headers: { accept: "application/json" } });

function once(call: (value?: unknown) => void): (value?: unknown) => void {
  let called = false;
  return (value) => {
    if (called) return;
    called = true;
    call(value);
  };
}
