import { busyWith } from "@todo-mesh/kit";
import type { Answer } from "@todo-mesh/state";
import type { Request, RequestHandler, Response } from "express";

/** A route that answers 200 with what `work` resolves to, as JSON. What it throws goes to the problem handler. */
export const answerJson =
  <Params>(
    work: (req: Request<Params>, res: Response) => Promise<object>,
  ): RequestHandler<Params> =>
  async (req, res) => {
    res.json(await busyWith(res, work(req, res)));
  };

/** A route that gives the answer of a write, as it was when that was done. */
export const answered =
  (work: (req: Request, res: Response) => Promise<Answer>): RequestHandler =>
  async (req, res) => {
    const { status, body } = await busyWith(res, work(req, res));
    res.status(status).json(body);
  };
