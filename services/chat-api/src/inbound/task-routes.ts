import {
  type Operation,
  PageQuery,
  TaskDraft,
  TaskPatch,
  TaskQuery,
  TravelRequest,
  UndoRequest,
  UntilRequest,
} from "@todo-mesh/contracts";
import {
  type Budget,
  busyWith,
  etagOf,
  ifMatchOf,
  otherMethods,
  parse,
  userOf,
} from "@todo-mesh/kit";
import type { Json } from "@todo-mesh/ports";
import { type Request, type RequestHandler, type Response, Router } from "express";
import { z } from "zod";
import type { OnTask } from "../domain/actions/action.ts";
import type { Catalogue } from "../domain/actions/catalogue.ts";
import { deleteTask } from "../domain/actions/delete-task.ts";
import type { ChangeInBatch } from "../use-cases/tasks/change-in-batch.ts";
import type { ChangeTasks } from "../use-cases/tasks/change-tasks.ts";
import type { ListChanges } from "../use-cases/journal/journal.ts";
import type { ListTasks, ReadTask } from "../use-cases/tasks/read-tasks.ts";
import type { ListOccurrences } from "../use-cases/tasks/task-occurrences.ts";
import type { Travel } from "../use-cases/tasks/travel.ts";
import type { UndoChanges } from "../use-cases/undo/undo-changes.ts";
import { answerJson } from "./answer-json.ts";
import { askedBy } from "./asked-by.ts";
import { costOfSearch } from "./costs.ts";
import { noBody } from "./no-body.ts";
import { operationsOf, placeOfOperation } from "./operations-of.ts";

export interface TaskRouteDeps {
  readonly actions: Catalogue;
  readonly changeTasks: ChangeTasks;
  readonly changeInBatch: ChangeInBatch;
  readonly listTasks: ListTasks;
  readonly readTask: ReadTask;
  readonly listOccurrences: ListOccurrences;
  readonly listChanges: ListChanges;
  readonly undoChanges: UndoChanges;
  readonly travel: Travel;
  readonly budget: Pick<Budget, "spend">;
}

/** `/tasks` and all below it. Every answer about one task has its version as `ETag`. */
export function taskRoutes({ actions, changeTasks, readTask, ...deps }: TaskRouteDeps): Router {
  const router = Router();
  const change = (operationOf: (req: OfTask) => Operation, answer = send) =>
    one((req, res) => changeTasks(askedBy(req, res), operationOf(req)), answer);
  const onOne = ({ op, takesUntil }: Pick<OnTask, "op" | "takesUntil">) =>
    change((req) => {
      if (takesUntil) return { op, ...taskOf(req), ...parse(UntilRequest, req.body) };
      noBody(req);
      return { op, ...taskOf(req) };
    });

  router
    .route("/tasks")
    .get(
      answerJson((req, res) =>
        deps.listTasks(userOf(res), parse(TaskQuery, req.query, "query"), (searched) =>
          deps.budget.spend(userOf(res), costOfSearch(searched)),
        ),
      ),
    )
    .post(change((req) => ({ op: "create", task: parse(TaskDraft, req.body) }), sendCreated))
    .all(otherMethods());
  router.use(batchRoutes({ actions, ...deps }), moveFloatingRoutes(deps));
  router
    .route("/tasks/:id")
    .get(one((req, res) => readTask(userOf(res), req.params.id)))
    .patch(change((req) => ({ op: "update", task: parse(TaskPatch, req.body), ...taskOf(req) })))
    .delete(onOne(deleteTask.onTask))
    .all(otherMethods());
  router.route("/tasks/:id/occurrences").get(occurrencesPage(deps)).all(otherMethods());
  for (const { onTask } of actions.ofTask)
    if (onTask.path !== undefined)
      router.route(`/tasks/:id/${onTask.path}`).post(onOne(onTask)).all(otherMethods());
  return router.use(journalRoutes(deps));
}

function batchRoutes({
  actions,
  changeInBatch,
}: Pick<TaskRouteDeps, "actions" | "changeInBatch">): Router {
  const router = Router();
  const batch = answerJson((req, res) => {
    const operations = operationsOf(actions.operation, req.body);
    return changeInBatch(askedBy(req, res), operations, placeOfOperation);
  });
  router.route("/tasks/batch").post(batch).all(otherMethods());
  return router;
}

function moveFloatingRoutes({ travel }: Pick<TaskRouteDeps, "travel">): Router {
  const router = Router();
  const move = answerJson((req, res) =>
    travel(askedBy(req, res), parse(TravelRequest, req.body).timezone),
  );
  // The second is its name of before.
  for (const path of ["/tasks/move-floating", "/tasks/travel"])
    router.route(path).post(move).all(otherMethods());
  return router;
}

const occurrencesPage = ({ listOccurrences }: Pick<TaskRouteDeps, "listOccurrences">) =>
  answerJson<{ id: string }>((req, res) =>
    listOccurrences(userOf(res), req.params.id, parse(PageQuery, req.query, "query")),
  );

function journalRoutes({
  listChanges,
  undoChanges,
}: Pick<TaskRouteDeps, "listChanges" | "undoChanges">): Router {
  const router = Router();
  const page = answerJson((req, res) =>
    listChanges(userOf(res), parse(PageQuery, req.query, "query")),
  );
  const undo = answerJson((req, res) =>
    undoChanges(askedBy(req, res), parse(UndoRequest, req.body ?? {})),
  );
  router.route("/changes").get(page).all(otherMethods());
  router.route("/undo").post(undo).all(otherMethods());
  return router;
}

type OfTask = Request<{ id: string }>;

/** A route that answers with one task. */
const one =
  (
    work: (req: OfTask, res: Response) => Promise<Json>,
    answer = send,
  ): RequestHandler<{ id: string }> =>
  async (req, res) => {
    answer(res, await busyWith(res, work(req, res)));
  };

const taskOf = (req: OfTask): { id: string; version?: number } => {
  const version = ifMatchOf(req);
  return { id: req.params.id, ...(version !== undefined && { version }) };
};

const Versioned = z.object({ id: z.string(), version: z.int() });

function send(res: Response, body: Json): void {
  res.set("etag", etagOf(Versioned.parse(body).version)).json(body);
}

function sendCreated(res: Response, body: Json): void {
  const path = `/api/${encodeURIComponent(userOf(res))}/tasks/${Versioned.parse(body).id}`;
  send(res.status(201).location(path), body);
}
