import { afterEach, expect, test } from "@jest/globals";
import { aPlan } from "./fixtures.ts";

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
    DAPR_API_TOKEN: "canary-dapr",
    APP_API_TOKEN: "canary-app",
    AUTH_MODE: "dev",
  });
  expect(JSON.stringify(env)).not.toMatch(/canary-(auth|postgres)/);
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
