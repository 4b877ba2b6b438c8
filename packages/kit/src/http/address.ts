import type { Request } from "express";
import { AppError } from "@todo-mesh/ports";

const PRINTABLE = /^[\x21-\x7e]+$/;

/** Why the address of this request is refused before anybody reads it, if it is. */
export function faultOfAddress({
  originalUrl,
}: Pick<Request, "originalUrl">): AppError | undefined {
  // RFC 9112 §3.2.2: the absolute form is for proxies, and `*` is for servers as a whole.
  if (!originalUrl.startsWith("/"))
    return new AppError("invalid", "The address must be a path that begins with /");
  if (PRINTABLE.test(originalUrl) && isUtf8(originalUrl)) return undefined;
  return new AppError("invalid", "The address is not well-formed UTF-8: look at its % signs");
}

// Parsers of queries put U+FFFD where a byte is wrong, and so would let in what nobody wrote.
function isUtf8(encoded: string): boolean {
  try {
    decodeURIComponent(encoded);
    return true;
  } catch {
    return false;
  }
}
