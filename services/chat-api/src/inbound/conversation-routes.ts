import { PageQuery } from "@todo-mesh/contracts";
import { otherMethods, parse, userOf } from "@todo-mesh/kit";
import { Router } from "express";
import type {
  ListConversations,
  ReadConversation,
} from "../use-cases/assistant/read-conversations.ts";
import { answerJson } from "./answer-json.ts";

export interface ConversationRouteDeps {
  readonly listConversations: ListConversations;
  readonly readConversation: ReadConversation;
}

/** `/conversations`: what was said, to read it again. */
export function conversationRoutes(deps: ConversationRouteDeps): Router {
  const router = Router();
  const page = answerJson((req, res) =>
    deps.listConversations(userOf(res), parse(PageQuery, req.query, "query")),
  );
  const one = answerJson<{ id: string }>((req, res) =>
    deps.readConversation(userOf(res), req.params.id, parse(PageQuery, req.query, "query")),
  );
  router.route("/conversations").get(page).all(otherMethods());
  router.route("/conversations/:id").get(one).all(otherMethods());
  return router;
}
