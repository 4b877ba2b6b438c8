import { expect, test } from "@jest/globals";
import type { Task } from "@todo-mesh/contracts";
import type { Collection, Elements } from "@todo-mesh/state";
import { checkTaskVersions } from "../../src/use-cases/tasks/check-task-versions.ts";
import { aTask } from "../a-task.ts";

const task = aTask();

/** Lists of which hers never comes, and who was asked for. */
function lists() {
  const read: string[] = [];
  const his: Elements<Task> = {
    version: 1,
    parts: [new Map([[task.id, task]])],
    get: (id) => (id === task.id ? task : undefined),
  };
  const tasks: Pick<Collection<Task>, "read"> = {
    read: (user) => {
      read.push(user);
      return user === "her" ? new Promise(() => {}) : Promise.resolve(his);
    },
  };
  return { tasks, read };
}

const ask = (user_id: string) => ({ user_id, task_id: task.id, version: 1 });

test("a list that takes long to read keeps nobody else's answer waiting, and each list is read once", async () => {
  const { tasks, read } = lists();
  const tell = checkTaskVersions({ tasks, patienceMs: 20 });
  const { tasks: told } = await tell({ tasks: [ask("her"), ask("him"), ask("her"), ask("him")] });
  expect(told.map(({ standing }) => standing)).toEqual(["unknown", "same", "unknown", "same"]);
  expect(read).toEqual(["her", "him"]);
});
