import { expect, test } from "@jest/globals";
import type { Notification } from "@todo-mesh/contracts";
import { groupsOfInbox } from "../src/inbox/inbox-groups.ts";

const about = (task: string, id: string, readAt?: string): Notification => ({
  id,
  kind: "reminder",
  title: task,
  body: `${task} is due`,
  task_id: task,
  due_at: "2026-11-27T08:00:00.000Z",
  late: false,
  created_at: "2026-11-27T08:00:00.000Z",
  ...(readAt !== undefined && { read_at: readAt }),
});

test("what was announced stands by its task, the task that was heard of last first", () => {
  const [milk, mum, before] = [about("milk", "3"), about("mum", "2", "now"), about("milk", "1")];
  expect(groupsOfInbox([milk, mum, before])).toEqual([
    { taskId: "milk", newest: milk, earlier: [before], isNew: true },
    { taskId: "mum", newest: mum, earlier: [], isNew: false },
  ]);
  expect(groupsOfInbox([])).toEqual([]);
});
