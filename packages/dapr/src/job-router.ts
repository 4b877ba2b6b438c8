import type { Logger } from "@todo-mesh/kit";
import { type ErrorKind, kindOf } from "@todo-mesh/ports";
import express, { type Response, Router } from "express";

const UNAVAILABLE = 503;
const FAILED = 500;
// What passes by itself; anything else is a fault of ours. Either way the sidecar rings again.
const PASSING: ReadonlySet<ErrorKind> = new Set(["unavailable", "conflict", "too-many"]);

// Whatever a job carries, it rings: a 400 would bring it back for ever.
const readBody = express.json({ strict: false, type: () => true });

/**
 * The job edge: `POST /job/{name}` rings, with the data that it carries (undefined if that cannot be read), and is
 * answered 200 once `ring` is done; whatever `ring` throws brings the job back in a second. Never 404: the sidecar takes
 * that for done.
 */
export function jobRouter({
  log,
  ring,
}: {
  log: Logger;
  ring: (name: string, data: unknown) => Promise<void>;
}): Router {
  const answer = async (name: string, data: unknown, res: Response): Promise<void> => {
    try {
      await ring(name, data);
      res.json({});
    } catch (error) {
      const passes = PASSING.has(kindOf(error));
      log[passes ? "warn" : "error"]("job not done: it rings again", { job: name, error });
      res.status(passes ? UNAVAILABLE : FAILED).json({});
    }
  };
  return Router().post("/job/:name", (req, res) =>
    readBody(req, res, (unreadable?: unknown) => {
      const data: unknown = unreadable === undefined ? req.body : undefined;
      return answer(req.params.name, data, res);
    }),
  );
}
