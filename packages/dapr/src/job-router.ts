import type { Logger } from "@todo-mesh/kit";
import { type ErrorKind, kindOf } from "@todo-mesh/ports";
import { type Response, Router } from "express";

const UNAVAILABLE = 503;
const FAILED = 500;
// What passes by itself; anything else is a fault of ours. Either way the sidecar rings again.
const PASSING: ReadonlySet<ErrorKind> = new Set(["unavailable", "conflict", "too-many"]);

/**
 * The job edge: `POST /job/{name}` rings, and is answered 200 once `ring` is done; whatever `ring`
 * throws brings the job back in a second. Never 404: the sidecar takes that for done.
 */
export function jobRouter({
  log,
  ring,
}: {
  log: Logger;
  ring: (name: string) => Promise<void>;
}): Router {
  const answer = async (name: string, res: Response): Promise<void> => {
    try {
      await ring(name);
      res.json({});
    } catch (error) {
      const passes = PASSING.has(kindOf(error));
      log[passes ? "warn" : "error"]("job not done: it rings again", { job: name, error });
      res.status(passes ? UNAVAILABLE : FAILED).json({});
    }
  };
  return Router().post("/job/:name", (req, res) => answer(req.params.name, res));
}
