import { isNativeError } from "node:util/types";
import { createHmac, randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** The user that sidecars, tests and tools are for Kafka. */
const KAFKA_USER = "todo_mesh";

// What earlier versions kept and this one does not know stays where it is.
const Kept = z.looseObject({
  "auth-dev-secret": z.string(),
  "postgres-password": z.string(),
  "postgres-connection-string": z.string().optional(),
});
// Came later: a file without them is given them.
const Added = z.object({
  "kafka-username": z.string(),
  "kafka-password": z.string(),
  "kafka-controller-password": z.string(),
  /** Of who looks after dead letters. */
  "kafka-operator-password": z.string(),
  /** Opens the operator's view on the ops port of a service. */
  "ops-token": z.string(),
  /** Every app's tokens are made of it. */
  "token-key": z.string(),
  /** Signs what a sidecar shows to sentry. */
  "sentry-token-key": z.string(),
});
const Secrets = Kept.extend(Added.shape);
export type Secrets = z.infer<typeof Secrets>;

/** The file behind the component `secretstore`; only its owner can read it. */
export const secretsFileIn = (folder: string): string => join(folder, "secrets.json");

/** The secrets of a mesh, made when first asked for. */
export function ensureSecrets(folder: string): Secrets {
  const kept = readSecrets(folder);
  if (!kept) return makeSecrets(folder);
  const whole = Secrets.safeParse(kept);
  if (whole.success) return whole.data;
  return replace(folder, { ...added(), ...kept });
}

/** The two tokens between an app and its sidecar: what one app knows opens no door of another. */
export const tokensOf = (secrets: Secrets, appId: string) => ({
  apiToken: derived(secrets, `dapr-api-token ${appId}`),
  appToken: derived(secrets, `app-api-token ${appId}`),
});

const derived = (secrets: Secrets, what: string): string =>
  createHmac("sha256", secrets["token-key"]).update(what).digest("base64url");

/** Writes down where PostgreSQL is to be found; Dapr's component reads it from there. */
export function rememberPostgres(folder: string, secrets: Secrets, url: string): void {
  if (secrets["postgres-connection-string"] === url) return;
  replace(folder, { ...secrets, "postgres-connection-string": url });
}

function readSecrets(folder: string): z.infer<typeof Kept> | undefined {
  const text = textOf(secretsFileIn(folder));
  return text === undefined ? undefined : Kept.parse(JSON.parse(text));
}

function makeSecrets(folder: string): Secrets {
  const unfinished = write(folder, {
    "auth-dev-secret": secret(),
    "postgres-password": secret(),
    ...added(),
  });
  try {
    // Of two that make them at once, one wins, and both go on with the same.
    linkSync(unfinished, secretsFileIn(folder));
  } catch (error) {
    if (textOf(secretsFileIn(folder)) === undefined) throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
  return ensureSecrets(folder);
}

const added = (): z.infer<typeof Added> => ({
  "kafka-username": KAFKA_USER,
  "kafka-password": secret(),
  "kafka-controller-password": secret(),
  "kafka-operator-password": secret(),
  "ops-token": secret(),
  "token-key": secret(),
  "sentry-token-key": secret(),
});

function replace(folder: string, secrets: Secrets): Secrets {
  renameSync(write(folder, secrets), secretsFileIn(folder));
  return secrets;
}

function write(folder: string, secrets: Secrets): string {
  const unfinished = `${secretsFileIn(folder)}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600 });
  return unfinished;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (isNativeError(error) && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

const secret = (): string => randomBytes(32).toString("base64url");
