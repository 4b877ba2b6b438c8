import { type Task, TaskDraft, TaskPatch, TaskQuery } from "@todo-mesh/contracts";
import { etagOf, idempotencyOf, ifMatchOf, otherMethods, parse, userOf } from "@todo-mesh/kit";
import type { Answer } from "@todo-mesh/state";
import { type Request, type RequestHandler, type Response, Router } from "express";
import { z } from "zod";
import type { Asked, AskedOfTask, ChangeTasks } from "../use-cases/change-tasks.ts";
import type { ListTasks, ReadTask } from "../use-cases/read-tasks.ts";
import { answerJson } from "./answer-json.ts";
import { noBody } from "./no-body.ts";

export interface TaskRouteDeps {
  readonly changeTasks: ChangeTasks;
  readonly listTasks: ListTasks;
  readonly readTask: ReadTask;
}

/** `/tasks` and all below it. Every answer about one task has its version as `ETag`. */
export function taskRoutes({ changeTasks, listTasks, readTask }: TaskRouteDeps): Router {
  const router = Router();
  const { create, edit, complete, reopen, trash } = changeTasks;
  router
    .route("/tasks")
    .get(answerJson((req, res) => listTasks(userOf(res), parse(TaskQuery, req.query, "query"))))
    .post(one((req, res) => create(askedBy(req, res), parse(TaskDraft, req.body))))
    .all(otherMethods());
  router
    .route("/tasks/:id")
    .get(one((req, res) => readTask(userOf(res), req.params.id).then(unchanged)))
    .patch(one((req, res) => edit(askedOf(req, res), parse(TaskPatch, req.body))))
    .delete(bare(trash))
    .all(otherMethods());
  router.route("/tasks/:id/complete").post(bare(complete)).all(otherMethods());
  router.route("/tasks/:id/reopen").post(bare(reopen)).all(otherMethods());
  return router;
}

type OfTask = Request<{ id: string }>;

/** A route that answers with one task. */
const one =
  (work: (req: OfTask, res: Response) => Promise<Answer>): RequestHandler<{ id: string }> =>
  async (req, res) => {
    send(res, await work(req, res));
  };

/** One that needs to know nothing but which task. */
const bare = (change: (asked: AskedOfTask) => Promise<Answer>) =>
  one((req, res) => {
    noBody(req);
    return change(askedOf(req, res));
  });

const unchanged = (body: Task): Answer => ({ status: 200, body });

const askedBy = (req: OfTask, res: Response): Asked => ({
  userId: userOf(res),
  idempotency: idempotencyOf(req),
});

const askedOf = (req: OfTask, res: Response): AskedOfTask => ({
  ...askedBy(req, res),
  id: req.params.id,
  expected: ifMatchOf(req),
});

const Versioned = z.object({ id: z.string(), version: z.int() });

function send(res: Response, { status, body }: Answer): void {
  const { id, version } = Versioned.parse(body);
  if (status === 201) res.location(`/api/${encodeURIComponent(userOf(res))}/tasks/${id}`);
  res.status(status).set("etag", etagOf(version)).json(body);
}
