import { CheckTasks } from "@todo-mesh/contracts";
import { serve, type Served } from "@todo-mesh/dapr";
import type { TellStanding } from "../use-cases/tasks/tell-standing.ts";

/** What other services may ask of this one. */
export const servedCalls = ({ tellStanding }: { readonly tellStanding: TellStanding }) =>
  [serve(CheckTasks, tellStanding)] satisfies readonly Served[];
