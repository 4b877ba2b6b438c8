import type { Task, TaskPage } from "@todo-mesh/contracts";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { ask } from "../api/call.ts";
import { type Bucket, heardSoFar, type Tasks, tasksKey, withHeard } from "./task-cache.ts";

const PAGE = 200;
/** Of what is done and of the trash the last are shown. */
const MOST_PAGES = { open: Infinity, done: 5, trash: 5 };
const SORT = { open: "created", done: "-completed", trash: "-updated" };

async function readAll(bucket: Bucket, signal: AbortSignal): Promise<Tasks> {
  const before = heardSoFar();
  const tasks = new Map<string, Task>();
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES[bucket]; page += 1) {
    const query = new URLSearchParams({ status: bucket, sort: SORT[bucket], limit: String(PAGE) });
    if (cursor !== undefined) query.set("cursor", cursor);
    const { items, next_cursor } = await ask<TaskPage>(`/tasks?${query}`, { signal });
    for (const task of items) tasks.set(task.id, task);
    cursor = next_cursor;
    if (cursor === undefined) break;
  }
  return withHeard(tasks, bucket, before);
}

/** The tasks of a bucket, all of them at once; what changes is put into the same map. */
export const useTasks = (bucket: Bucket, enabled = true): UseQueryResult<Tasks> =>
  useQuery({
    queryKey: tasksKey(bucket),
    queryFn: ({ signal }) => readAll(bucket, signal),
    enabled,
    staleTime: Infinity,
    // A map is the same or it is not: comparing thousands of tasks finds nothing.
    structuralSharing: false,
  });
