import type { UserId } from "@todo-mesh/contracts";
import { AppError, kindOf } from "@todo-mesh/ports";
import type { Request, RequestHandler, Response } from "express";
import { isError } from "../log/is-error.ts";
import { HttpError } from "./http-error.ts";
import type { VerifyToken } from "./verifiers.ts";

const BEARER = /^Bearer +(?<token>[\w.~+/-]+=*) *$/i;
const MAX_TOKEN = 8_192;

const users = new WeakMap<Response, UserId>();

/** Lets in who shows a valid `Authorization: Bearer` token (RFC 6750), and remembers whose it is. */
export function bearerAuth(verify: VerifyToken): RequestHandler {
  return async (req, res, next) => {
    // What a signed-in person reads is for nobody's cache.
    res.setHeader("cache-control", "no-store");
    const user = await verify(bearerIn(req)).catch((error: unknown) => {
      throw kindOf(error) === "unauthenticated" ? challenge(error) : error;
    });
    users.set(res, user);
    next();
  };
}

/** The signed-in person of this request; only behind `bearerAuth`. */
export function userOf(res: Response): UserId {
  const user = users.get(res);
  if (user === undefined) throw new AppError("bug", "This route stands before bearerAuth");
  return user;
}

/** The `:user_id` of the path must be the signed-in person; a stranger's path is as missing as any other. */
export function onlyOwnPath(): RequestHandler {
  return (req, res, next) => {
    const own = req.params["user_id"] === userOf(res);
    next(own ? undefined : new AppError("not-found", "There is nothing of yours here"));
  };
}

/** The token that a request shows; throws with a challenge where it shows none. */
export function bearerIn(req: Request): string {
  const { authorization } = req.headers;
  if (authorization === undefined)
    throw new HttpError("unauthenticated", "Send a token in the header Authorization: Bearer …", {
      headers: { "www-authenticate": 'Bearer realm="todo-mesh"' },
    });
  const token = authorization.length > MAX_TOKEN ? undefined : BEARER.exec(authorization);
  if (!token?.groups?.["token"])
    throw challenge(
      new AppError("unauthenticated", "The header must read Authorization: Bearer …"),
    );
  return token.groups["token"];
}

/** RFC 6750 §3: a token that was sent and is refused is told so in the challenge. */
export function challenge(error: unknown): HttpError {
  const message = isError(error) ? error.message : "The token is not valid";
  return new HttpError("unauthenticated", message, {
    headers: { "www-authenticate": 'Bearer realm="todo-mesh", error="invalid_token"' },
    cause: error,
  });
}
