import { type PageConfig, SignInRequest } from "@todo-mesh/contracts";
import { isLoopback, jsonBody, otherMethods, parse } from "@todo-mesh/kit";
import { AppError } from "@todo-mesh/ports";
import { type RequestHandler, Router } from "express";
import type { AuthMode } from "../outbound/sign-in.ts";
import type { OpenSession } from "../use-cases/open-session.ts";

export interface SignInRouteDeps {
  readonly auth: AuthMode;
  readonly openSession: OpenSession;
}

const MOST_BYTES = 8_192;

/** `/config.json` and `/sign-in`: what the page asks before it has a token. */
export function signInRoutes({ auth, openSession }: SignInRouteDeps): Router {
  const config: PageConfig = {
    sign_in: auth.mode === "dev" ? { mode: "dev" } : { mode: "oidc", issuer: auth.issuer },
  };
  const router = Router();
  router
    .route("/config.json")
    .get((_req, res) => void res.set("cache-control", "no-store").json(config))
    .all(otherMethods());
  router
    .route("/sign-in")
    .post(fromThePageAlone, jsonBody({ maxBytes: MOST_BYTES }), async (req, res) => {
      res.set("cache-control", "no-store");
      res.json(await openSession(parse(SignInRequest, req.body)));
    })
    .all(otherMethods());
  return router;
}

/** Another page must not sign in here: not as itself, and not under a name that it had rebound to this machine. */
const fromThePageAlone: RequestHandler = (req, _res, next) => {
  const host = req.get("host") ?? "";
  const site = req.get("sec-fetch-site") ?? "same-origin";
  const origin = req.get("origin") ?? `http://${host}`;
  const isOurs =
    isLoopback(host.replace(/:\d+$/, "")) && site === "same-origin" && origin === `http://${host}`;
  next(isOurs ? undefined : new AppError("forbidden", "Only the page of this mesh signs in here"));
};
