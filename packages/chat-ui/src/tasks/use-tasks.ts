import type { Task, TaskPage } from "@todo-mesh/contracts";
import { type QueryClient, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { readLive } from "../api/heard.ts";
import { isUnreached } from "../api/problem.ts";
import { readLast } from "../offline/last-state.ts";
import { showFrom } from "../offline/shown-from.ts";
import { userBefore } from "../session/open-session.ts";
import { type Bucket, heardSoFar, type Tasks, tasksKey, withHeard } from "./task-cache.ts";

const PAGE = 200;
/** Of what is done and of the trash the last are shown. */
const MOST_PAGES = { open: Infinity, done: 5, trash: 5 };
/** What is due first comes first: a long list is seen before all of it is read. */
const SORT = { open: "due", done: "-completed", trash: "-updated" };

interface Reading {
  readonly bucket: Bucket;
  readonly client: QueryClient;
  readonly signal: AbortSignal;
}

async function readAll({ bucket, client, signal }: Reading): Promise<Tasks> {
  const before = heardSoFar();
  const tasks = new Map<string, Task>();
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES[bucket]; page += 1) {
    const query = new URLSearchParams({ status: bucket, sort: SORT[bucket], limit: String(PAGE) });
    if (cursor !== undefined) query.set("cursor", cursor);
    const { items, next_cursor } = await readLive<TaskPage>(`/tasks?${query}`, { signal });
    for (const task of items) tasks.set(task.id, task);
    cursor = next_cursor;
    if (cursor === undefined) break;
    if (page === 0)
      client.setQueryData<Tasks>(tasksKey(bucket), (known) => known ?? new Map(tasks));
  }
  return withHeard(tasks, bucket, before);
}

/** What was open when this person looked last, for as long as the mesh is not reached and nothing newer is there. */
async function readOrLast({ client, ...reading }: Reading): Promise<Tasks> {
  try {
    const tasks = await readAll({ client, ...reading });
    showFrom(undefined);
    return tasks;
  } catch (error) {
    const user = userBefore();
    const isKnown = client.getQueryData(tasksKey("open")) !== undefined;
    const last = isUnreached(error) && user && !isKnown ? await readLast(user) : undefined;
    if (!last) throw error;
    showFrom(last.at);
    return new Map(last.tasks.map((task) => [task.id, task]));
  }
}

/** The tasks of a bucket, all of them at once; what changes is put into the same map. */
export const useTasks = (bucket: Bucket, enabled = true): UseQueryResult<Tasks> =>
  useQuery({
    queryKey: tasksKey(bucket),
    queryFn: ({ client, signal }) =>
      (bucket === "open" ? readOrLast : readAll)({ bucket, client, signal }),
    enabled,
    staleTime: Infinity,
    // A map is the same or it is not: comparing thousands of tasks finds nothing.
    structuralSharing: false,
  });
