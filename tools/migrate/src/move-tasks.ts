import { foreseeTask, type TaskCame } from "@todo-mesh/chat-api/older";
import { UserId } from "@todo-mesh/contracts";
import type { Client } from "pg";
import { inLanes } from "./in-lanes.ts";
import type { LeftFile } from "./left-file.ts";
import type { MeshAccess } from "./mesh-access.ts";
import { readTasks, type TasksOfOne } from "./read-tasks.ts";
import type { Report, Tally } from "./report.ts";

const AT_ONCE = 4;

interface Moving {
  readonly task: Report["task"];
  readonly tally: Tally;
  readonly left: LeftFile;
  /** Undefined where it is only to be said what would come of them. */
  readonly access: MeshAccess | undefined;
}

/** Brings the tasks of the older product, or looks what would come of them. */
export const moveTasks = (client: Client, moving: Moving): Promise<void> =>
  inLanes(readTasks(client), { keyOf: ({ userId }) => userId ?? "", atOnce: AT_ONCE }, (some) =>
    moveSome(some, moving),
  );

async function moveSome({ userId, rows }: TasksOfOne, moving: Moving): Promise<void> {
  const { task, tally, access } = moving;
  tally.task("found", rows.length);
  const owner = UserId.safeParse(userId).data;
  if (owner === undefined) return leave(rows, moving);
  tally.person(owner);
  const some = { userId: owner, rows };
  if (!access)
    tell(
      rows.map((row) => foreseeTask(row, new Date())),
      some,
      moving,
    );
  else if (task === "copy") tell(await access.bringTasks(some), some, moving);
  for (const how of (await access?.checkTasks(some)) ?? []) tally.checkedTask(how);
}

function leave(rows: TasksOfOne["rows"], { tally, left }: Moving): void {
  tally.task("left", rows.length);
  for (const row of rows) left.write({ why: "no-owner", task: row });
}

/** Counts what came of them; a task that is not as it was there stands in the file. */
function tell(came: readonly TaskCame[], { rows }: TasksOfOne, { tally, left }: Moving): void {
  for (const [at, { came: how, remarks }] of came.entries()) {
    tally.task(how, 1);
    if (remarks.length === 0) continue;
    tally.task("with-remarks", 1);
    left.write({ why: how === "left" ? "left" : "changed", remarks, task: rows[at] });
  }
}
