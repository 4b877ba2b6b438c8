import { PageQuery } from "@todo-mesh/contracts";
import { otherMethods, parse, userOf } from "@todo-mesh/kit";
import { Router } from "express";
import type { Inbox } from "../use-cases/inbox.ts";
import { answerJson } from "./answer-json.ts";
import { noBody } from "./no-body.ts";

/** `/inbox`: what notification-service keeps for this person. Reading twice is reading once, so no key is needed. */
export function inboxRoutes({ inbox }: { readonly inbox: Inbox }): Router {
  const router = Router();
  const page = answerJson((req, res) =>
    inbox.page(userOf(res), parse(PageQuery, req.query, "query")),
  );
  const read = answerJson<{ id: string }>((req, res) => {
    noBody(req);
    return inbox.markRead(userOf(res), req.params.id);
  });
  router.route("/inbox").get(page).all(otherMethods());
  router.route("/inbox/:id/read").post(read).all(otherMethods());
  return router;
}
