import type { ChangeEntry } from "@todo-mesh/contracts";

type Fields = ChangeEntry["before"];

/** The list as a journal tells it, from its first entry on; `userId` is whose journal it is. */
export function replay(userId: string, entries: Iterable<ChangeEntry>): Map<string, Fields> {
  const tasks = new Map<string, Fields>();
  for (const { id, at, verb, task_id, version, after } of entries) {
    const born = { id: task_id, user_id: userId, created_at: at };
    const before = tasks.get(task_id) ?? born;
    const fields = Object.entries({ ...before, ...after, version, change_id: id, updated_at: at });
    if (verb === "erased") tasks.delete(task_id);
    else tasks.set(task_id, Object.fromEntries(fields.filter(([, value]) => value !== null)));
  }
  return tasks;
}
