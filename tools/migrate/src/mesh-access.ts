import { setTimeout as pause } from "node:timers/promises";
import { createSidecar, daprPublisher, daprStateStore } from "@todo-mesh/dapr/parts";
import { kindOf } from "@todo-mesh/ports";
import {
  bringConversation,
  bringTasks,
  CATALOGUE as actions,
  checkBrought,
  checkTasks,
  createTaskStore,
  type OlderTask,
  quotaEnv,
  quotasOf,
  whole,
} from "@todo-mesh/chat-api/older";
import { createLogger, steadyClock, uuidV7Ids as ids } from "@todo-mesh/kit";
import { createCommit, createOutbox } from "@todo-mesh/state";
import { z } from "zod";
import { say } from "./say.ts";

const Env = z.object({
  DAPR_HTTP_PORT: whole("give the port of the sidecar").optional(),
  DAPR_HOST: z.string().default("127.0.0.1"),
  DAPR_API_TOKEN: z.string().optional(),
  STATE_STORE_NAME: z.string().default("statestore"),
  PUBSUB_NAME: z.string().default("pubsub"),
  ...quotaEnv,
});

const TIMEOUT_MS = 10_000;
const AWAY_MS = 2_000;

/** How to speak to a sidecar that has the app-id of chat-api. */
export interface Sidecar {
  readonly host?: string;
  readonly httpPort: number;
  readonly apiToken?: string | undefined;
}

/**
 * Where conversations are brought to: the state of chat-api, by way of the sidecar that the environment names, else the
 * one given. While it is away, it is waited for.
 */
export function meshAccess(environment: NodeJS.ProcessEnv, otherwise?: () => Sidecar) {
  const env = Env.parse(environment);
  const { DAPR_HTTP_PORT: httpPort, DAPR_HOST: host, DAPR_API_TOKEN: apiToken } = env;
  const given = httpPort === undefined ? otherwise?.() : { host, httpPort, apiToken };
  if (!given) throw new Error("Say through which sidecar of chat-api, by DAPR_HTTP_PORT");
  // State is spoken of by HTTP alone.
  const sidecar = createSidecar({ ...given, grpcPort: 0, timeoutMs: TIMEOUT_MS });
  const store = daprStateStore(sidecar, { store: env.STATE_STORE_NAME });
  const log = createLogger({ service: "migrate", level: "warn" });
  const [clock, commit] = [steadyClock(log), createCommit(store)];
  const publisher = daprPublisher(sidecar, { pubsub: env.PUBSUB_NAME });
  // Told of as chat-api tells: reminders follow from it. What a death leaves unsent, the replicas of chat-api send.
  const outbox = createOutbox({ store, publisher, clock, ids, log, service: "chat-api" });
  outbox.start();
  const tasks = createTaskStore(store);
  const deps = { actions, store, tasks, outbox, commit, clock, ids, ...quotasOf(env) };
  const [bringSome, checkSome] = [bringTasks(deps), checkTasks(deps)];
  return {
    bring: patient(bringConversation(deps)),
    check: patient(checkBrought(store)),
    bringTasks: patient(({ userId, rows }: Some) => bringSome(userId, rows)),
    checkTasks: patient(({ userId, rows }: Some) => checkSome(userId, rows)),
    close: async () => {
      await outbox.close();
      sidecar.close();
    },
  };
}

interface Some {
  readonly userId: string;
  readonly rows: readonly OlderTask[];
}

export type MeshAccess = ReturnType<typeof meshAccess>;

const patient =
  <Given, Result>(work: (given: Given) => Promise<Result>) =>
  async (given: Given): Promise<Result> => {
    for (let told = false; ; told = true) {
      try {
        return await work(given);
      } catch (error) {
        // Both are harmless to repeat: what was written is met again.
        if (kindOf(error) !== "unavailable" && kindOf(error) !== "conflict") throw error;
        if (!told) say.aside(`waiting: ${error instanceof Error ? error.message : String(error)}`);
        await pause(AWAY_MS);
      }
    }
  };
