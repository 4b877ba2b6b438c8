import { busyWith } from "@todo-mesh/kit";
import type { Json } from "@todo-mesh/ports";
import type { Request, RequestHandler, Response } from "express";

/** A route that answers 200 with what `work` resolves to, as JSON. What it throws goes to the problem handler. */
export const answerJson =
  <Params>(
    work: (req: Request<Params>, res: Response) => Promise<Json | object>,
  ): RequestHandler<Params> =>
  async (req, res) => {
    res.json(await busyWith(res, work(req, res)));
  };
