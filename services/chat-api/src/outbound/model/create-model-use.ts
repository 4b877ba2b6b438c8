import { createBudget, type Rate } from "@todo-mesh/kit";
import { AppError, type Clock, type SecretStore } from "@todo-mesh/ports";
import type { ModelUse } from "../../use-cases/assistant/respond-by-model.ts";
import { wait } from "../wait.ts";
import { type ModelServer, openAiModel } from "./openai-model.ts";

interface ModelSettings
  extends ModelServer, Pick<ModelUse, "profile" | "historyWindow" | "grammarFirst"> {
  readonly tokens: Rate;
}

interface ModelUseDeps {
  readonly secrets: SecretStore;
  readonly clock: Clock;
}

const KEY = "model-api-key";

/** A model as it is configured, or none. Its key is a secret, read when it is asked; a server on one's own machine needs none. */
export function createModelUse(
  settings: ModelSettings | undefined,
  { secrets, clock }: ModelUseDeps,
): ModelUse | undefined {
  if (!settings) return undefined;
  const { profile, tokens, baseUrl, model } = settings;
  const temperature = profile === "full" ? undefined : 0;
  const withoutTools = profile === "json";
  const key = (): Promise<string> => secrets.get(KEY).catch(noneIfMissing);
  return {
    ...settings,
    ask: openAiModel({ baseUrl, model, temperature, withoutTools }, { key, wait }),
    budget: createBudget({ ...tokens, clock }),
  };
}

function noneIfMissing(error: unknown): string {
  if (error instanceof AppError && error.kind === "not-found") return "none";
  throw error;
}
