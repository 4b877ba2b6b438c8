import { isAlive } from "./life/processes.ts";
import { type MeshState, readState } from "./life/state-file.ts";
import { meshFolder } from "./machine/place.ts";
import { ensureSecrets } from "./machine/secrets.ts";
import { kafkaAccess, type KafkaAccess, operatorUser } from "./parts/kafka-access.ts";

/** How who looks after dead letters gets into Kafka of the mesh that runs; throws where none does. */
export function operatorAccess(env: NodeJS.ProcessEnv = process.env): KafkaAccess {
  const folder = meshFolder(env);
  const port = kafkaPortIn(readState(folder));
  if (port === undefined)
    throw new Error('Kafka of the mesh is not up: "make up" starts it, "make status" shows it.');
  return kafkaAccess(`127.0.0.1:${port}`, operatorUser(ensureSecrets(folder)));
}

function kafkaPortIn(state: MeshState | undefined): number | undefined {
  const kafka = state?.parts.find(({ name }) => name === "kafka");
  return state && isAlive(state.keeper) && kafka?.state === "ready"
    ? kafka.ports["kafka"]
    : undefined;
}
