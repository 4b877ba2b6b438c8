import { type PersonPreferences, PreferencesPatch } from "@todo-mesh/contracts";
import { busyWith, etagOf, ifMatchOf, otherMethods, parse, userOf } from "@todo-mesh/kit";
import { type Response, Router } from "express";
import type { ChangePreferences, ReadPreferences } from "../use-cases/preferences/preferences.ts";
import { askedBy } from "./asked-by.ts";

export interface PreferencesRouteDeps {
  readonly readPreferences: ReadPreferences;
  readonly changePreferences: ChangePreferences;
}

/** `/preferences`: what a person has chosen, with its version as `ETag`. */
export function preferencesRoutes({
  readPreferences,
  changePreferences,
}: PreferencesRouteDeps): Router {
  const router = Router();
  router
    .route("/preferences")
    .get(async (_req, res) => send(res, await busyWith(res, readPreferences(userOf(res)))))
    .patch(async (req, res) => {
      const patch = parse(PreferencesPatch, req.body);
      send(res, await busyWith(res, changePreferences(askedBy(req, res), patch, ifMatchOf(req))));
    })
    .all(otherMethods());
  return router;
}

const send = (res: Response, chosen: PersonPreferences): void =>
  void res.set("etag", etagOf(chosen.version)).json(chosen);
