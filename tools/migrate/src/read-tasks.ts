import type { OlderTask } from "@todo-mesh/chat-api/older";
import type { Client } from "pg";
import { z } from "zod";
import { columnsOf } from "./source.ts";

/** So many of one person are brought in one transaction. */
const TOGETHER = 20;
const AT_ONCE = 200;

const text = z.string().nullable();
const Row = z.object({
  id: z.coerce.number(),
  user_id: text,
  title: text,
  description: text,
  completed: z.boolean().nullable(),
  priority: text,
  tags: text,
  due_date: text,
  recurrence: text,
});

const COLUMNS = Object.keys(Row.shape);

export interface TasksOfOne {
  readonly userId: string | null;
  readonly rows: readonly OlderTask[];
}

/** All tasks of the older product, some of one person at a time; none where it has no such table. Once in a transaction. */
export async function* readTasks(client: Client): AsyncGenerator<TasksOfOne> {
  let open: OlderTask[] = [];
  for await (const row of readRows(client)) {
    const [first] = open;
    if (first && (first.userId !== row.userId || open.length === TOGETHER)) {
      yield { userId: first.userId, rows: open };
      open = [];
    }
    open.push(row);
  }
  const [first] = open;
  if (first) yield { userId: first.userId, rows: open };
}

async function* readRows(client: Client): AsyncGenerator<OlderTask> {
  if (!(await hasTasks(client))) return;
  const selected = COLUMNS.map((column) =>
    column === "id" || column === "completed" ? column : `${column}::text AS ${column}`,
  );
  await client.query(
    `DECLARE tasks_of_all NO SCROLL CURSOR FOR SELECT ${selected.join(", ")} FROM tasks ORDER BY tasks.user_id, id`,
  );
  for (;;) {
    const { rows } = await client.query(`FETCH ${AT_ONCE} FROM tasks_of_all`);
    for (const row of rows) yield rowOf(Row.parse(row));
    if (rows.length === 0) return;
  }
}

async function hasTasks(client: Client): Promise<boolean> {
  const found = (await columnsOf(client, "tasks")).map(({ name }) => name);
  const missing = COLUMNS.filter((column) => !found.includes(column));
  if (found.length > 0 && missing.length > 0)
    throw new Error(`The table tasks has no column ${missing.join(", ")}`);
  return found.length > 0;
}

const rowOf = ({ user_id, due_date, ...row }: z.output<typeof Row>): OlderTask => ({
  ...row,
  userId: user_id,
  dueDate: due_date,
});
