import { setTimeout as pause } from "node:timers/promises";
import { createSidecar, daprPublisher, daprStateStore } from "@todo-mesh/dapr/parts";
import { chatSidecar } from "@todo-mesh/mesh";
import { kindOf } from "@todo-mesh/ports";
import {
  bringConversation,
  bringTasks,
  CATALOGUE as actions,
  checkBrought,
  checkTasks,
  createTaskStore,
  type OlderTask,
} from "@todo-mesh/chat-api/older";
import { createLogger, steadyClock, uuidV7Ids as ids } from "@todo-mesh/kit";
import { createCommit, createOutbox } from "@todo-mesh/state";
import { z } from "zod";
import { say } from "./say.ts";

const whole = (what: string) => z.coerce.number({ error: what }).int(what).min(1, what);

const Env = z.object({
  DAPR_HTTP_PORT: whole("give the port of the sidecar").optional(),
  DAPR_HOST: z.string().default("127.0.0.1"),
  DAPR_API_TOKEN: z.string().optional(),
  STATE_STORE: z.string().default("statestore"),
  PUBSUB: z.string().default("pubsub"),
  CONVERSATIONS_PER_PERSON: whole("give how many conversations a person may have").default(2_000),
  TASKS_MB_PER_PERSON: whole("give how many MB the tasks of a person may take").default(16),
  PENDING_REMINDERS_PER_PERSON: whole("give how many reminders may be still to ring").default(
    5_000,
  ),
  RINGS_PER_HOUR: whole("give how often what repeats may ring in an hour").default(600),
});

const TIMEOUT_MS = 10_000;
const AWAY_MS = 2_000;

/** Where conversations are brought to: the state of chat-api, by way of a sidecar with its app-id. While it is away, it is waited for. */
export function meshAccess(environment: NodeJS.ProcessEnv) {
  const env = Env.parse(environment);
  const { DAPR_HTTP_PORT: httpPort, DAPR_HOST: host, DAPR_API_TOKEN: apiToken } = env;
  const given = httpPort === undefined ? chatSidecar(environment) : { host, httpPort, apiToken };
  // State is spoken of by HTTP alone.
  const sidecar = createSidecar({ ...given, grpcPort: 0, timeoutMs: TIMEOUT_MS });
  const store = daprStateStore(sidecar, { store: env.STATE_STORE });
  const quotas = {
    conversations: env.CONVERSATIONS_PER_PERSON,
    taskBytes: env.TASKS_MB_PER_PERSON * 1_048_576,
    pendingReminders: env.PENDING_REMINDERS_PER_PERSON,
  };
  const log = createLogger({ service: "migrate", level: "warn" });
  const [clock, commit] = [steadyClock(log), createCommit(store)];
  const publisher = daprPublisher(sidecar, { pubsub: env.PUBSUB });
  // Told of as chat-api tells: reminders follow from it. What a death leaves unsent, the replicas of chat-api send.
  const outbox = createOutbox({ store, publisher, clock, ids, log, service: "chat-api" });
  outbox.start();
  const tasks = createTaskStore(store);
  const ringsPerHour = env.RINGS_PER_HOUR;
  const deps = { actions, store, tasks, outbox, commit, clock, ids, quotas, ringsPerHour };
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
