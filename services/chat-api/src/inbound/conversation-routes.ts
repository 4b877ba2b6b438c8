import {
  ConversationExportQuery,
  ConversationPatch,
  ConversationQuery,
  conversationNamed,
  PageQuery,
} from "@todo-mesh/contracts";
import { type Budget, busyWith, otherMethods, parse, userOf } from "@todo-mesh/kit";
import { type RequestHandler, Router } from "express";
import { asMarkdown } from "../domain/assistant/as-markdown.ts";
import type {
  DeleteConversation,
  RenameConversation,
} from "../use-cases/assistant/change-conversations.ts";
import type {
  ExportConversation,
  ListConversations,
  ReadConversation,
} from "../use-cases/assistant/read-conversations.ts";
import type { ReadPreferences } from "../use-cases/preferences/preferences.ts";
import { answerJson } from "./answer-json.ts";
import { askedBy } from "./asked-by.ts";
import { costOfTitles } from "./costs.ts";
import { noBody } from "./no-body.ts";

export interface ConversationRouteDeps {
  readonly listConversations: ListConversations;
  readonly readConversation: ReadConversation;
  readonly renameConversation: RenameConversation;
  readonly deleteConversation: DeleteConversation;
  readonly exportConversation: ExportConversation;
  readonly readPreferences: ReadPreferences;
  readonly budget: Pick<Budget, "spend">;
}

/** `/conversations`: what was said, to read it again, to take it along, or to be rid of it. */
export function conversationRoutes(deps: ConversationRouteDeps): Router {
  const router = Router();
  const page = answerJson((req, res) =>
    deps.listConversations(userOf(res), parse(ConversationQuery, req.query, "query"), (titles) =>
      deps.budget.spend(userOf(res), costOfTitles(titles)),
    ),
  );
  const one = answerJson<{ id: string }>((req, res) =>
    deps.readConversation(userOf(res), named(req), parse(PageQuery, req.query, "query")),
  );
  const rename = answerJson<{ id: string }>((req, res) =>
    deps.renameConversation(askedBy(req, res), named(req), parse(ConversationPatch, req.body)),
  );
  const remove = answerJson<{ id: string }>((req, res) => {
    noBody(req);
    return deps.deleteConversation(askedBy(req, res), named(req));
  });
  router.route("/conversations").get(page).all(otherMethods());
  router.route("/conversations/:id").get(one).patch(rename).delete(remove).all(otherMethods());
  router.route("/conversations/:id/export").get(download(deps)).all(otherMethods());
  return router;
}

const named = ({ params }: { readonly params: { readonly id: string } }): string =>
  conversationNamed(params.id);

function download({
  exportConversation,
  readPreferences,
}: ConversationRouteDeps): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const { format } = parse(ConversationExportQuery, req.query, "query");
    const userId = userOf(res);
    const asked = Promise.all([exportConversation(userId, named(req)), readPreferences(userId)]);
    const [conversation, { timezone = "UTC" }] = await busyWith(res, asked);
    if (format === "json") res.attachment("conversation.json").json(conversation);
    else
      res
        .attachment("conversation.md")
        .type("text/markdown; charset=utf-8")
        .send(asMarkdown(conversation, timezone));
  };
}
