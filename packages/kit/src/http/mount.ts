import { type RequestHandler, type Response, Router } from "express";

const mounts = new WeakMap<Response, string>();

/**
 * Mounts `handlers` under a path template such as `/api/:user_id`, and remembers the template: the
 * router itself knows afterwards only the address that was asked, which the sender chose.
 */
export function mounted(template: string, ...handlers: RequestHandler[]): Router {
  const remember: RequestHandler = (_req, res, next) => {
    mounts.set(res, mountOf(res) + template);
    next();
  };
  return Router({ mergeParams: true }).use(template, remember, ...handlers);
}

/** The templates of all mounts that this request has come through, one after the other. */
export const mountOf = (res: Response): string => mounts.get(res) ?? "";
