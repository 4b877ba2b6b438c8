import { StandingRequest } from "@todo-mesh/contracts";
import { jsonBody, parse } from "@todo-mesh/kit";
import { Router } from "express";
import { answerJson } from "./answer-json.ts";
import type { TellStanding } from "../use-cases/tell-standing.ts";

/** What other services may ask of this one. */
export function meshRoutes({ tellStanding }: { readonly tellStanding: TellStanding }): Router {
  const standing = answerJson((req) => tellStanding(parse(StandingRequest, req.body)));
  return Router().post("/tasks/standing", jsonBody(), standing);
}
