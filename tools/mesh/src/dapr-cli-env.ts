import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { anchorsIn } from "./parts/identity.ts";
import type { Plan } from "./plan/plan.ts";
import { type Secrets, secretsFileIn, tokensOf } from "./machine/secrets.ts";

/** For people who start the services with the Dapr CLI: what dapr.yaml leaves to the environment. Written once sentry is up. */
export function writeDaprCliEnv(folder: string, { kafkaBroker }: Plan, secrets: Secrets): void {
  // One environment for all: here the services share one pair of tokens.
  const { apiToken, appToken } = tokensOf(secrets, "dapr-cli");
  const lines = Object.entries({
    KAFKA_BROKERS: kafkaBroker,
    SECRETS_FILE: secretsFileIn(folder),
    DAPR_API_TOKEN: apiToken,
    APP_API_TOKEN: appToken,
    NAMESPACE: "default",
    DAPR_TRUST_ANCHORS: readFileSync(anchorsIn(folder), "utf8").trim(),
  }).map(([name, value]) => `export ${name}='${value}'\n`);
  writeFileSync(join(folder, "dapr-cli.env"), lines.join(""), { mode: 0o600 });
}
