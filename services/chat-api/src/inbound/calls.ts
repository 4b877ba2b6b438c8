import { CheckTasks } from "@todo-mesh/contracts/calls";
import { serve, type Served } from "@todo-mesh/dapr";
import type { CheckTaskVersions } from "../use-cases/tasks/check-task-versions.ts";

/** What other services may ask of this one. */
export const servedCalls = ({
  checkTaskVersions,
}: {
  readonly checkTaskVersions: CheckTaskVersions;
}) => [serve(CheckTasks, checkTaskVersions)] satisfies readonly Served[];
