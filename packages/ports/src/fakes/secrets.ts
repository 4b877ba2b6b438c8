import { AppError } from "../errors.ts";
import type { SecretStore } from "../index.ts";
import { reachable } from "./reach.ts";

/** A secret store in memory. */
export function inMemorySecrets(secrets: Readonly<Record<string, string>>) {
  const { reach, setAway } = reachable("secret store");
  return {
    setAway,
    get: async (name) => {
      reach();
      const secret = Object.hasOwn(secrets, name) ? secrets[name] : undefined;
      if (secret === undefined) throw new AppError("not-found", `There is no secret ${name}`);
      return secret;
    },
  } satisfies SecretStore & Record<string, unknown>;
}
