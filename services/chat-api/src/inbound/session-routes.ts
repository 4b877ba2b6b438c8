import type { SessionRead, TokenOwner } from "@todo-mesh/contracts";
import { otherMethods, userOf } from "@todo-mesh/kit";
import { type RequestHandler, Router } from "express";
import type { AuthMode } from "../outbound/sign-in.ts";
import type { ReadPreferences } from "../use-cases/preferences/preferences.ts";
import { answerJson } from "./answer-json.ts";
import { signInOf } from "./sign-in-routes.ts";

export interface SessionRouteDeps {
  readonly auth: AuthMode;
  readonly readPreferences: ReadPreferences;
  /** Whether a model answers what the grammar does not. */
  readonly hasModel: boolean;
}

/** `/session`: who somebody is here, and what this mesh can do for them. */
export function sessionRoutes({ auth, readPreferences, hasModel }: SessionRouteDeps): Router {
  const router = Router();
  const read = answerJson(async (_req, res): Promise<SessionRead> => {
    const user_id = userOf(res);
    const preferences = await readPreferences(user_id);
    return { user_id, preferences, sign_in: signInOf(auth), model: hasModel, channels: ["inbox"] };
  });
  router.route("/session").get(read).all(otherMethods());
  return router;
}

/** `/me`: whom a token speaks for, to whoever cannot read it. A client need not (RFC 9068 §6). */
export function meRoutes(letIn: readonly RequestHandler[]): Router {
  const router = Router();
  const read = answerJson(async (_req, res): Promise<TokenOwner> => ({ user_id: userOf(res) }));
  router
    .route("/me")
    .get(...letIn, read)
    .all(otherMethods());
  return router;
}
