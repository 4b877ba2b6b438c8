import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "./plan/plan.ts";
import { type Secrets, secretsFileIn } from "./plan/secrets.ts";

/** For people who start the services with the Dapr CLI: what dapr.yaml leaves to the environment. */
export function writeDaprCliEnv(folder: string, { kafkaBroker }: Plan, secrets: Secrets): void {
  const lines = Object.entries({
    KAFKA_BROKERS: kafkaBroker,
    SECRETS_FILE: secretsFileIn(folder),
    DAPR_API_TOKEN: secrets["dapr-api-token"],
    APP_API_TOKEN: secrets["app-api-token"],
  }).map(([name, value]) => `export ${name}='${value}'\n`);
  writeFileSync(join(folder, "dapr-cli.env"), lines.join(""), { mode: 0o600 });
}
