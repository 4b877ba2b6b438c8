import { InboxPage, type Notification, Task } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { openStream, type Stream } from "../support/stream.ts";
import { type Door, openDoor, type Question } from "./door.ts";

/** One of many people at the door of chat-api. */
export interface Resident {
  readonly user: string;
  /** Any route of theirs, below `/api/{user}`; fails for an answer that is none of 2xx. */
  ask(method: Question["method"], path: string, body?: unknown): Promise<unknown>;
  /** Adds a task, with a due time or without; resolves when it is acknowledged. */
  add(title: string, due?: Date): Promise<Task>;
  /** The whole inbox. */
  inbox(): Promise<Notification[]>;
  watch(): Promise<Stream>;
}

export interface Crowd {
  readonly people: readonly [Resident, ...Resident[]];
  close(): void;
}

/** So many people, who share some connections. */
export async function gather(
  mesh: Mesh,
  { people, connections }: { readonly people: number; readonly connections: number },
): Promise<Crowd> {
  const url = mesh.publicUrl();
  const door = openDoor(url, { connections });
  const named = async (n: number) =>
    resident(door, { url, user: `user-${n}`, token: await mesh.token(`user-${n}`) });
  const others = Array.from({ length: people - 1 }, async (_, at) => named(at + 1));
  return { people: [await named(0), ...(await Promise.all(others))], close: () => door.close() };
}

function resident(
  door: Door,
  { url, user, token }: { readonly url: string; readonly user: string; readonly token: string },
): Resident {
  const base = `/api/${user}`;
  const ask: Resident["ask"] = async (method, path, body) => {
    const answer = await door.ask({ method, path: base + path, token, body });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.text === "" ? undefined : JSON.parse(answer.text);
  };
  return {
    user,
    ask,
    add: async (title, due) =>
      Task.parse(
        await ask("POST", "/tasks", { title, ...(due && { due: { at: due.toISOString() } }) }),
      ),
    inbox: async () => {
      const found: Notification[] = [];
      let cursor: string | undefined;
      do {
        const query = cursor === undefined ? "" : `&cursor=${encodeURIComponent(cursor)}`;
        const page = InboxPage.parse(await ask("GET", `/inbox?limit=200${query}`));
        found.push(...page.items);
        cursor = page.next_cursor;
      } while (cursor !== undefined);
      return found;
    },
    watch: async () => openStream(`${url}${base}/events`, { authorization: `Bearer ${token}` }),
  };
}
