import { OccurrencesRequest, WhenRequest } from "@todo-mesh/contracts";
import { otherMethods, parse, userOf } from "@todo-mesh/kit";
import { Router } from "express";
import type { ParseTime } from "../use-cases/preferences/parse-time.ts";
import { answerJson } from "./answer-json.ts";

/** `/when`: what a sentence means, and when a series comes. They change nothing, so no key is needed. */
export function whenRoutes({ when }: { readonly when: ParseTime }): Router {
  const router = Router();
  const meaning = answerJson((req, res) => when.meaning(userOf(res), parse(WhenRequest, req.body)));
  const dates = answerJson((req, res) =>
    when.occurrences(userOf(res), parse(OccurrencesRequest, req.body)),
  );
  router.route("/when").post(meaning).all(otherMethods());
  router.route("/when/occurrences").post(dates).all(otherMethods());
  return router;
}
