import { ChatAnswer, InboxPage, type Notification, Task } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { openStream, type Stream } from "./stream.ts";

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body read as JSON; throws if it is none. */
  readonly json: unknown;
}

export interface Ask {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Someone at the public door of one chat-api replica, as a browser or curl would be. */
export interface Person {
  readonly user: string;
  /** Any route below `/api/{user}`. */
  ask(method: string, path: string, ask?: Ask): Promise<Answer>;
  say(message: string, more?: Record<string, unknown>): Promise<ChatAnswer>;
  task(id: string): Promise<Task>;
  addTask(title: string, dueInMs?: number): Promise<Task>;
  inbox(): Promise<Notification[]>;
  watch(lastEventId?: string): Promise<Stream>;
  /** The stream that a route answers. */
  hear(method: string, path: string, ask: Ask): Promise<Stream>;
}

export async function person(mesh: Mesh, user: string, replica = 0): Promise<Person> {
  const token = await mesh.token(user);
  const base = `${mesh.publicUrl(replica)}/api/${encodeURIComponent(user)}`;
  const authorization = `Bearer ${token}`;

  const ask: Person["ask"] = async (method, path, { body, headers } = {}) => {
    const answer = await fetch(base + path, {
      method,
      headers: {
        authorization,
        ...(body !== undefined && JSON_TYPE),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      get json(): unknown {
        return text === "" ? undefined : JSON.parse(text);
      },
    };
  };
  const expectOk = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await ask(method, path, body === undefined ? {} : { body });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.json;
  };

  return {
    user,
    ask,
    say: async (message, more = {}) =>
      ChatAnswer.parse(await expectOk("POST", "/chat", { message, ...more })),
    task: async (id) => Task.parse(await expectOk("GET", `/tasks/${id}`)),
    addTask: async (title, dueInMs) =>
      Task.parse(
        await expectOk("POST", "/tasks", {
          title,
          ...(dueInMs !== undefined && { due: dueIn(dueInMs) }),
        }),
      ),
    inbox: async () => InboxPage.parse(await expectOk("GET", "/inbox?limit=200")).items,
    hear: (method, path, { body, headers }) =>
      openStream(
        base + path,
        { authorization, ...(body !== undefined && JSON_TYPE), ...headers },
        { method, ...(body !== undefined && { body: JSON.stringify(body) }) },
      ),
    watch: async (lastEventId) =>
      openStream(`${base}/events`, {
        authorization,
        ...(lastEventId && { "last-event-id": lastEventId }),
      }),
  };
}

const JSON_TYPE = { "content-type": "application/json" };

/** The moment at which a task is due; empty if it has none. */
export const dueAtOf = ({ due }: Task): string => (due && "at" in due ? due.at : "");

/** A due time so many milliseconds from now. */
export const dueIn = (ms: number) => ({ at: new Date(Date.now() + ms).toISOString() });
