import { isAlive } from "./life/processes.ts";
import { type MeshState, readState } from "./life/state-file.ts";
import { meshFolder } from "./machine/place.ts";
import { ensureSecrets, tokensOf } from "./machine/secrets.ts";
import { kafkaAccess, type KafkaAccess, operatorUser } from "./parts/kafka-access.ts";

/** How who looks after dead letters gets into Kafka of the mesh that runs; throws where none does. */
export function operatorAccess(env: NodeJS.ProcessEnv = process.env): KafkaAccess {
  const folder = meshFolder(env);
  const port = kafkaPortIn(readState(folder));
  if (port === undefined)
    throw new Error('Kafka of the mesh is not up: "make up" starts it, "make status" shows it.');
  return kafkaAccess(`127.0.0.1:${port}`, operatorUser(ensureSecrets(folder)));
}

/** How to speak to the sidecar of chat-api of the mesh that runs; throws where none does. */
export function chatSidecar(env: NodeJS.ProcessEnv = process.env) {
  const folder = meshFolder(env);
  const state = readState(folder);
  const sidecar = state?.parts.find(({ name }) => name === "chat-api-1-sidecar");
  const [httpPort, grpcPort] = [sidecar?.ports["http"], sidecar?.ports["grpc"]];
  if (!state || !isAlive(state.keeper) || httpPort === undefined || grpcPort === undefined)
    throw new Error('The mesh is not up: "make up" starts it, "make status" shows it.');
  const { apiToken } = tokensOf(ensureSecrets(folder), "chat-api");
  return { httpPort, grpcPort, apiToken };
}

function kafkaPortIn(state: MeshState | undefined): number | undefined {
  const kafka = state?.parts.find(({ name }) => name === "kafka");
  return state && isAlive(state.keeper) && kafka?.state === "ready"
    ? kafka.ports["kafka"]
    : undefined;
}
