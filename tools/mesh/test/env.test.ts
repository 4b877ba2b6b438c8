import { afterEach, expect, test } from "@jest/globals";
import { tokensOf } from "../src/machine/secrets.ts";
import { aPlace, aPlan, SECRETS } from "./fixtures.ts";

const envOf = async (name: string, env = {}) =>
  (await aPlan({ env })).specs.find((spec) => spec.name === name)?.env;

afterEach(() => {
  delete process.env["PORT"];
  delete process.env["CANARY"];
});

test("a service knows its doors, its sidecar and the two tokens, and no other secret", async () => {
  const env = await envOf("chat-api-1");
  expect(env).toMatchObject({
    PUBLIC_HOST: "127.0.0.1",
    PORT: "8080",
    MESH_PORT: "13100",
    OPS_PORT: "13200",
    DAPR_HTTP_PORT: "13500",
    DAPR_GRPC_PORT: "13600",
    DAPR_API_TOKEN: tokensOf(SECRETS, "chat-api").apiToken,
    APP_API_TOKEN: tokensOf(SECRETS, "chat-api").appToken,
    AUTH_MODE: "dev",
  });
  expect(JSON.stringify(env)).not.toMatch(/canary/);
});

test("a sidecar has the tokens of its app, and what lets it have certificates in its name", async () => {
  const env = await envOf("chat-api-1-sidecar");
  expect(env).toMatchObject({
    DAPR_API_TOKEN: tokensOf(SECRETS, "chat-api").apiToken,
    APP_API_TOKEN: tokensOf(SECRETS, "chat-api").appToken,
    DAPR_SENTRY_TOKEN_FILE: "/mesh/sentry/tokens/chat-api.jwt",
    DAPR_TRUST_ANCHORS_FILE: "/mesh/sentry/issuer/ca.crt",
  });
  expect((await envOf("reminder-service-1"))?.["APP_API_TOKEN"]).not.toBe(env?.["APP_API_TOKEN"]);
});

async function sentryEnvWith(identitiesLastMs?: number) {
  const { specs } = await aPlan({}, { ...aPlace(), identitiesLastMs });
  return specs.find(({ name }) => name === "sentry")?.env;
}

test("certificates last a day, or as long as it is said, and the skew is a small part of it", async () => {
  expect(await sentryEnvWith()).toMatchObject({ CERTIFICATES_LAST: "24h", CLOCK_SKEW: "15m" });
  expect(await sentryEnvWith(30_000)).toMatchObject({
    CERTIFICATES_LAST: "30000ms",
    CLOCK_SKEW: "3000ms",
  });
});

test("only chat-api has a public port, whatever the environment of the mesh says", async () => {
  process.env["PORT"] = "1";
  expect(await envOf("reminder-service-1")).not.toHaveProperty("PORT");
  expect(await envOf("chat-api-1", { "*": { PORT: "1" } })).toHaveProperty("PORT", "8080");
});

test("nothing of the environment reaches a part unless it is handed on", async () => {
  process.env["CANARY"] = "sings";
  for (const part of ["kafka", "postgres", "scheduler", "chat-api-1", "chat-api-1-sidecar"])
    expect(await envOf(part)).not.toHaveProperty("CANARY");
});

test("more environment goes to all apps, to one app's replicas, or to one part alone", async () => {
  const more = {
    "*": { A: "all", B: "all", C: "all" },
    "chat-api": { B: "chat-api", C: "chat-api" },
    "chat-api-1": { C: "chat-api-1" },
    "chat-api-1-sidecar": { D: "sidecar" },
  };
  expect(await envOf("chat-api-1", more)).toMatchObject({
    A: "all",
    B: "chat-api",
    C: "chat-api-1",
  });
  expect(await envOf("reminder-service-1", more)).toMatchObject({ A: "all", B: "all", C: "all" });
  const sidecar = await envOf("chat-api-1-sidecar", more);
  expect(sidecar).toMatchObject({ D: "sidecar" });
  expect(sidecar).not.toHaveProperty("A");
});
