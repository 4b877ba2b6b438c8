import { isLoopback } from "@todo-mesh/kit";
import { AppError } from "@todo-mesh/ports";
import type { RequestHandler } from "express";

/**
 * Lets nobody in whom a page of another address sends. A door for this machine alone is asked under a name of this
 * machine as well: another page may have rebound its own name to it.
 */
export function ownOriginAlone(what: string, isPrivate: () => boolean): RequestHandler {
  return (req, _res, next) => {
    const host = req.get("host") ?? "";
    const site = req.get("sec-fetch-site") ?? "same-origin";
    const origin = req.get("origin") ?? `http://${host}`;
    const isOurs =
      (!isPrivate() || isLoopback(host.replace(/:\d+$/, ""))) &&
      site === "same-origin" &&
      [`http://${host}`, `https://${host}`].includes(origin);
    next(isOurs ? undefined : new AppError("forbidden", what));
  };
}
