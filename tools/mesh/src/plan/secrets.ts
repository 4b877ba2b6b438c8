import { isNativeError } from "node:util/types";
import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const Secrets = z.object({
  "auth-dev-secret": z.string(),
  "postgres-password": z.string(),
  "postgres-connection-string": z.string().optional(),
  "dapr-api-token": z.string(),
  "app-api-token": z.string(),
});
export type Secrets = z.infer<typeof Secrets>;

/** The file behind the component `secretstore`; only its owner can read it. */
export const secretsFileIn = (folder: string): string => join(folder, "secrets.json");

/** The secrets of a mesh, made when first asked for. */
export function ensureSecrets(folder: string): Secrets {
  return readSecrets(folder) ?? makeSecrets(folder);
}

/** Writes down where PostgreSQL is to be found; Dapr's component reads it from there. */
export function rememberPostgres(folder: string, secrets: Secrets, url: string): void {
  if (secrets["postgres-connection-string"] === url) return;
  const unfinished = write(folder, { ...secrets, "postgres-connection-string": url });
  renameSync(unfinished, secretsFileIn(folder));
}

function readSecrets(folder: string): Secrets | undefined {
  const text = textOf(secretsFileIn(folder));
  return text === undefined ? undefined : Secrets.parse(JSON.parse(text));
}

function makeSecrets(folder: string): Secrets {
  const unfinished = write(folder, {
    "auth-dev-secret": secret(),
    "postgres-password": secret(),
    "dapr-api-token": secret(),
    "app-api-token": secret(),
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
