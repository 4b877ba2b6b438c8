import { PageQuery, UserId } from "@todo-mesh/contracts";
import { parse } from "@todo-mesh/kit";
import { AppError } from "@todo-mesh/ports";
import { type Request, type Response, Router } from "express";
import { z } from "zod";
import { markRead } from "../use-cases/mark-read.ts";
import { readInbox } from "../use-cases/read-inbox.ts";
import type { InboxDeps } from "../use-cases/show-reminders.ts";

/** What chat-api asks on behalf of a person: a page of their inbox, and to mark something in it as read. */
export function inboxRoutes(deps: InboxDeps): Router {
  const [read, mark] = [readInbox(deps), markRead(deps)];
  const page = async (req: Request) => read(userOf(req), parse(PageQuery, req.query, "query"));
  const readOne = async (req: Request) => mark(userOf(req), idOf(req));

  return Router()
    .get("/inbox/:user", (req, res) => answer(res, page(req)))
    .post("/inbox/:user/:id/read", (req, res) => answer(res, readOne(req)));
}

const userOf = ({ params }: Request): UserId => parse(UserId, params["user"], "user");

// What cannot be an id names nothing, as an unknown one does.
function idOf({ params }: Request): string {
  const id = z.uuid().safeParse(params["id"]).data;
  if (id === undefined) throw new AppError("not-found", "There is no such notification");
  return id;
}

async function answer(res: Response, body: Promise<unknown>): Promise<void> {
  res.json(await body);
}
