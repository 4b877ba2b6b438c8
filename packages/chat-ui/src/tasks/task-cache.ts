import type { Task } from "@todo-mesh/contracts";
import type { QueryClient } from "@tanstack/react-query";

export const BUCKETS = ["open", "done", "trash"] as const;
export type Bucket = (typeof BUCKETS)[number];
export type Tasks = ReadonlyMap<string, Task>;

export const tasksKey = (bucket: Bucket) => ["tasks", bucket] as const;

/** Where a task lies; a series that was done once lies open, and is shown among the done as well. */
const bucketsOf = ({ deleted_at, status, occurrences }: Task): readonly Bucket[] => {
  if (deleted_at !== undefined) return ["trash"];
  if (status === "done") return ["done"];
  return occurrences?.done ? ["open", "done"] : ["open"];
};

const MOST_HEARD = 1_000;
let heard: readonly Task[] = [];

/** Puts a task as it is now where it belongs, unless a newer version is there. */
export function putTask(client: QueryClient, task: Task): void {
  heard = [...heard, task].slice(-MOST_HEARD);
  for (const bucket of BUCKETS)
    client.setQueryData<Tasks>(tasksKey(bucket), (tasks) => tasks && withTask(tasks, bucket, task));
}

/** Takes a task out for good. */
export function dropTask(client: QueryClient, id: string): void {
  for (const bucket of BUCKETS)
    client.setQueryData<Tasks>(tasksKey(bucket), (tasks) => tasks && without(tasks, id));
}

/** A list as it was read, with what was heard of while that took its time. */
export function withHeard(read: Tasks, bucket: Bucket, before: readonly Task[]): Tasks {
  return heard
    .filter((task) => !before.includes(task))
    .reduce((tasks, task) => withTask(tasks, bucket, task), read);
}
export const heardSoFar = (): readonly Task[] => heard;

function withTask(tasks: Tasks, bucket: Bucket, task: Task): Tasks {
  const known = tasks.get(task.id);
  if (known && known.version >= task.version) return tasks;
  if (bucketsOf(task).includes(bucket)) return new Map(tasks).set(task.id, task);
  return known ? without(tasks, task.id) : tasks;
}

function without(tasks: Tasks, id: string): Tasks {
  if (!tasks.has(id)) return tasks;
  const left = new Map(tasks);
  left.delete(id);
  return left;
}
