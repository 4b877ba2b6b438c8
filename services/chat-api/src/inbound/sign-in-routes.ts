import { type PageConfig, SignInRequest } from "@todo-mesh/contracts";
import { jsonBody, otherMethods, parse } from "@todo-mesh/kit";
import { Router } from "express";
import type { AuthMode } from "../outbound/sign-in.ts";
import type { OpenSession } from "../use-cases/open-session.ts";
import { ownOriginAlone } from "./own-origin.ts";

export interface SignInRouteDeps {
  readonly auth: AuthMode;
  readonly openSession: OpenSession;
}

const MOST_BYTES = 8_192;

/** `/config.json` and `/sign-in`: what the page asks before it has a token. */
export function signInRoutes({ auth, openSession }: SignInRouteDeps): Router {
  const config: PageConfig = { sign_in: signInOf(auth) };
  const router = Router();
  router
    .route("/config.json")
    .get((_req, res) => void res.set("cache-control", "no-store").json(config))
    .all(otherMethods());
  router
    .route("/sign-in")
    .post(
      ownOriginAlone("Only the page of this mesh signs in here", () => true),
      jsonBody({ maxBytes: MOST_BYTES }),
      async (req, res) => {
        res.set("cache-control", "no-store");
        res.json(await openSession(parse(SignInRequest, req.body)));
      },
    )
    .all(otherMethods());
  return router;
}

/** How people sign in here. */
export function signInOf(auth: AuthMode): PageConfig["sign_in"] {
  if (auth.mode === "dev") return { mode: "dev" };
  const { issuer, audience, page } = auth;
  return { mode: "oidc", issuer, ...(page && { client: { ...page, audience } }) };
}
