import { AppError, type SecretStore } from "@todo-mesh/ports";
import { z } from "zod";
import { readAnswer, refusal, succeeded } from "./answer.ts";
import type { Sidecar } from "./sidecar.ts";

const Secret = z.record(z.string(), z.string());

const NO_SECRET: ReadonlySet<number> = new Set([204, 403, 404]);

/**
 * Secrets by the sidecar's HTTP API. A secret with several entries (Kubernetes) is read by the entry
 * of its own name, or by its only one.
 */
export function daprSecrets(sidecar: Sidecar, { store }: { store: string }): SecretStore {
  return {
    get: async (name) => {
      const path = `/v1.0/secrets/${encodeURIComponent(store)}/${encodeURIComponent(name)}`;
      const answer = await sidecar.send({ method: "GET", path });
      const missing = new AppError("not-found", `There is no secret ${name} for this service`);
      // The sidecar says 403 to what this service may not read, whether it exists or not.
      if (NO_SECRET.has(answer.status) || answer.text.includes("not found")) throw missing;
      if (!succeeded(answer)) throw refusal(answer, "The secret store could not be read");
      const entries = readAnswer(Secret, answer);
      const values = Object.values(entries);
      const value = Object.hasOwn(entries, name) ? entries[name] : values.length === 1 && values[0];
      if (typeof value !== "string") throw missing;
      return value;
    },
  };
}
