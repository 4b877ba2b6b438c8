import { BatchAnswer, Task, TaskPage } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import type { Door } from "./door.ts";
import { dueOf } from "./list-by-hand.ts";

const TOGETHER = 100;
const WORDS = [
  "milk",
  "bread",
  "dentist",
  "report",
  "mum",
  "garden",
  "train",
  "bank",
  "shoes",
  "tax",
];

/** What the nth task is called: one in a hundred has a needle in it. */
export const titleOf = (n: number): string =>
  `${WORDS[n % 10]} and ${WORDS[(n * 7 + 3) % 10]} ${n}${n % 100 === 7 ? " needle" : ""}`;

/** Someone with a list, at the public door. */
export interface Owner {
  readonly user: string;
  /** The text of the answer; anything but 2xx is an error. */
  ask(method: "GET" | "POST" | "PATCH", path: string, body?: unknown): Promise<string>;
}

export async function owner(mesh: Mesh, door: Door, user: string): Promise<Owner> {
  const token = await mesh.token(user);
  return {
    user,
    ask: async (method, path, body) => {
      const answer = await door.ask({ method, path: `/api/${user}${path}`, token, body });
      if (answer.status >= 300)
        throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
      return answer.text;
    },
  };
}

/** Gives someone so many tasks; answers the first of them. */
export async function fill(who: Owner, count: number): Promise<Task> {
  for (let from = 0; from < count; from += TOGETHER) {
    const operations = Array.from({ length: Math.min(TOGETHER, count - from) }, (_, n) => ({
      op: "create",
      task: {
        title: titleOf(from + n),
        notes: "x".repeat(100),
        due: { at: dueOf(from + n).toISOString() },
        reminders: [],
      },
    }));
    const { results } = BatchAnswer.parse(
      JSON.parse(await who.ask("POST", "/tasks/batch", { operations })),
    );
    if (results.some(({ status }) => status !== 201)) throw new Error("a task could not be made");
  }
  const [first] = TaskPage.parse(JSON.parse(await who.ask("GET", "/tasks?limit=1"))).items;
  return Task.parse(first);
}
