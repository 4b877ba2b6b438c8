import { setImmediate } from "node:timers/promises";
import {
  ExportReminders,
  FindNotifications,
  MarkRead,
  MarkSeveralRead,
  ReadInbox,
  ReadReminder,
} from "@todo-mesh/contracts/calls";
import { callOf } from "@todo-mesh/dapr";
import { devVerifier, signDevToken } from "@todo-mesh/kit";
import { quietLogger } from "@todo-mesh/kit/testing";
import {
  countingIds,
  inMemoryInvoker,
  inMemoryPublisher,
  inMemoryStateStore,
  settableClock,
} from "@todo-mesh/ports/testing";
import { createOutbox, createTransientEvents, readLast } from "@todo-mesh/state";
import request from "supertest";
import { buildMeshApp, buildPublicApp, type PublicDeps } from "../src/app.ts";
import { CATALOGUE } from "../src/domain/actions/all.ts";
import type { Catalogue } from "../src/domain/actions/catalogue.ts";
import { createLiveStreams } from "../src/outbound/live-streams.ts";
import { buildUseCases } from "../src/use-cases/build-use-cases.ts";
import type { ModelUse } from "../src/use-cases/assistant/respond-by-model.ts";
import { messagesOf } from "../src/use-cases/assistant/conversation-keys.ts";
import { createOpenSession } from "../src/use-cases/open-session.ts";
import { breakableStore } from "./a-breakable-store.ts";
import { ADA, NOW } from "./a-task.ts";

export const SECRET = Buffer.alloc(32, "chat").toString("base64url");
export const APP_TOKEN = "an app token of the tests";

/** What outlives a process. */
type Lasting = Pick<ReturnType<typeof inMemory>, "clock" | "ids" | "rows" | "publisher">;

/** The whole service over ports in memory, both doors, and Ada at the public one; `before` is restarted, `actions` are all it can do, `model` answers what the grammar does not. */
export async function aChatApi(before?: Lasting, actions = CATALOGUE, model?: ModelUse) {
  const parts = inMemory({ actions, model }, before);
  const app = buildPublicApp(parts.publicDeps);
  const mesh = buildMeshApp({
    ...parts.publicDeps,
    ...parts.useCases,
    appToken: APP_TOKEN,
    components: { broadcast: "pubsub-broadcast" },
  });
  const token = await signDevToken(SECRET, { user: ADA });
  const as = (method: "get" | "post" | "patch" | "delete" | "put", path: string) =>
    request(app)[method](`/api/${ADA}${path}`).auth(token, { type: "bearer" });
  const messages = async (id: string) =>
    (await readLast(parts.rows, messagesOf(ADA, id), 200)).map(({ element }) => element);
  return {
    ...parts,
    app,
    mesh,
    token,
    as,
    messages,
    say: (message: string, more: object = {}) =>
      as("post", "/chat").send({ message, timezone: "Europe/Rome", ...more }),
    /** A conversation: each sentence is answered where the one before it left off. */
    talk: () => {
      let said: { conversation_id?: string } = {};
      return async (message: string): Promise<string> => {
        const { body } = await as("post", "/chat").send({
          message,
          timezone: "Europe/Rome",
          ...said,
        });
        said = { conversation_id: body.conversation_id };
        return body.response;
      };
    },
    addTask: async (task: object) => (await as("post", "/tasks").send(task).expect(201)).body,
    titles: async (query = "") =>
      (await as("get", `/tasks${query}`).expect(200)).body.items.map(
        ({ title }: { title: string }) => title,
      ),
    spoken: async (id: string) => (await messages(id)).map(({ role, text }) => `${role}: ${text}`),
    events: async () => {
      await parts.outbox.idle();
      return parts.publisher.published.map(({ event }) => event);
    },
    /** What was told of conversations, what waited until now included. */
    toldOfChat: async () => {
      parts.gathered();
      await setImmediate();
      return parts.toStreams.published.map(({ event: { type, data } }) => [type, data]);
    },
  };
}

export type ChatApi = Awaited<ReturnType<typeof aChatApi>>;

/** The fields at fault that a problem names. */
export const fieldsOf = ({ body }: { body: { errors?: { field: string }[] } }) =>
  (body.errors ?? []).map(({ field }) => field);

function outside() {
  const clock = settableClock(NOW);
  const [rows, publisher] = [inMemoryStateStore(clock), inMemoryPublisher()];
  return { clock, ids: countingIds(), rows, publisher };
}

function inMemory(
  { actions, model }: { readonly actions: Catalogue; readonly model?: ModelUse | undefined },
  { clock, ids, rows, publisher } = outside(),
) {
  const [log, invoker] = [quietLogger(), inMemoryInvoker()];
  invoker.on("notification-service", `inbox/${ADA}`, () => ({ items: [] }));
  invoker.on("reminder-service", `reminders/${ADA}`, () => ({ items: [] }));
  invoker.on("reminder-service", `own-data/${ADA}/reminders`, () => ({ items: [] }));
  // The outbox has a store of its own, so that a test counts the writes of its request alone.
  const sharing = { service: "chat-api", sharesRoom: true };
  const outbox = createOutbox({ store: rows, publisher, clock, ids, log, ...sharing });
  const toStreams = inMemoryPublisher();
  const gathering = patience();
  const ofStreams = { publisher: toStreams, ids: countingIds(), wait: gathering.wait };
  const transient = createTransientEvents({ ...sharing, ...ofStreams, clock, log });
  const store = breakableStore(rows);
  const ringsPerHour = 600;
  const quotas = { taskBytes: 16 * 1_048_576, conversations: 2_000, pendingReminders: 5_000 };
  const given = { actions, store, outbox, transient, clock, ids, log, ringsPerHour, quotas };
  const { wait, tick } = patience();
  const calls = {
    readInbox: callOf(invoker, ReadInbox),
    markRead: callOf(invoker, MarkRead),
    markSeveralRead: callOf(invoker, MarkSeveralRead),
    exportReminders: callOf(invoker, ExportReminders),
    readReminder: callOf(invoker, ReadReminder),
    findNotifications: callOf(invoker, FindNotifications),
  };
  const useCases = buildUseCases({ ...given, ...calls, wait, model });
  const live = createLiveStreams(given);
  const publicDeps: PublicDeps = {
    ...given,
    ...useCases,
    live,
    invoker,
    // What is waited for has passed.
    wait: async (ms) => clock.advance(ms),
    verify: devVerifier(SECRET),
    auth: { mode: "dev" },
    hasModel: model !== undefined,
    openSession: createOpenSession({ store, clock, devSecret: () => SECRET }),
    ready: async () => [],
    stalledMs: 30_000,
    // The clock stands still here, and nothing is ever made up for.
    rate: { perMinute: 600_000, burst: 100_000 },
    keptAnswers: { perDay: 20_000, bytesPerDay: 64 * 1_048_576 },
    atOnce: { most: 4, mostWaiting: 32 },
  };
  const { tasks, commit, longWork, turns } = useCases;
  const shared = { tasks, commit, longWork, turns, useCases };
  const told = { toStreams, gathered: gathering.tick };
  return { ...given, ...shared, ...told, rows, publisher, invoker, live, publicDeps, tick, wait };
}

/** Waiting that ends when a test says so. */
function patience() {
  const waiting: (() => void)[] = [];
  return {
    tick: (): void => waiting.splice(0).forEach((go) => go()),
    wait: (_ms: number, signal?: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        waiting.push(resolve);
        signal?.addEventListener("abort", () => resolve());
      }),
  };
}
