import { isAlive } from "./life/processes.ts";
import { type MeshState, readState } from "./life/state-file.ts";
import { meshFolder } from "./machine/place.ts";
import { ensureSecrets, tokensOf } from "./machine/secrets.ts";
import { kafkaAccess, type KafkaAccess, operatorUser } from "./parts/kafka-access.ts";

/** How who looks after dead letters gets into Kafka of the mesh that runs; throws where none does. */
export function operatorAccess(env: NodeJS.ProcessEnv = process.env): KafkaAccess {
  const folder = meshFolder(env);
  const port = portOf(readState(folder), "kafka", "kafka");
  if (port === undefined)
    throw new Error('Kafka of the mesh is not up: "make up" starts it, "make status" shows it.');
  return kafkaAccess(`127.0.0.1:${port}`, operatorUser(ensureSecrets(folder)));
}

/** How to speak to the sidecar of chat-api of the mesh that runs; throws where none does. */
export function chatSidecar(env: NodeJS.ProcessEnv = process.env) {
  const folder = meshFolder(env);
  const httpPort = portOf(readState(folder), "chat-api-1-sidecar", "http");
  if (httpPort === undefined)
    throw new Error('chat-api of the mesh is not up: "make up" starts it, "make status" shows it.');
  return { httpPort, apiToken: tokensOf(ensureSecrets(folder), "chat-api").apiToken };
}

function portOf(state: MeshState | undefined, part: string, port: string): number | undefined {
  const found = state?.parts.find(({ name }) => name === part);
  return state && isAlive(state.keeper) && found?.state === "ready" ? found.ports[port] : undefined;
}
