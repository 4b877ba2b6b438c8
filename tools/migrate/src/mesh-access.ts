import { setTimeout as pause } from "node:timers/promises";
import { createSidecar, daprStateStore } from "@todo-mesh/dapr/parts";
import { chatSidecar } from "@todo-mesh/mesh";
import { kindOf } from "@todo-mesh/ports";
import { bringConversation, checkBrought } from "@todo-mesh/chat-api/older";
import { createCommit } from "@todo-mesh/state";
import { z } from "zod";
import { say } from "./say.ts";

const whole = (what: string) => z.coerce.number({ error: what }).int(what).min(1, what);

const Env = z.object({
  DAPR_HTTP_PORT: whole("give the port of the sidecar").optional(),
  DAPR_HOST: z.string().default("127.0.0.1"),
  DAPR_API_TOKEN: z.string().optional(),
  STATE_STORE: z.string().default("statestore"),
  CONVERSATIONS_PER_PERSON: whole("give how many conversations a person may have").default(2_000),
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
    taskBytes: 0,
    pendingReminders: 0,
  };
  return {
    bring: patient(bringConversation({ commit: createCommit(store), quotas })),
    check: patient(checkBrought(store)),
    close: () => sidecar.close(),
  };
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
