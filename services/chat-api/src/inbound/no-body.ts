import { parse } from "@todo-mesh/kit";
import type { Request } from "express";
import { z } from "zod";

const Nothing = z.strictObject({}).optional();

/** Refuses a body where none is read: whoever sends one expects something of it. */
export function noBody(req: Pick<Request, "body">): void {
  parse(Nothing, req.body);
}
