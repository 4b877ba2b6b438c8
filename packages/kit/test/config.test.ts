import { expect, test } from "@jest/globals";
import { z } from "zod";
import { loadConfig, meshEnv } from "../src/index.ts";

const Config = z
  .object({ ...meshEnv, LEAD_MINUTES: z.coerce.number().min(0).default(10) })
  .transform((env) => ({ meshPort: env.MESH_PORT, leadMs: env.LEAD_MINUTES * 60_000, env }));

const whole = {
  MESH_PORT: "4001",
  OPS_PORT: "4002",
  DAPR_HTTP_PORT: "3500",
  DAPR_GRPC_PORT: "50001",
  DAPR_API_TOKEN: "a-token-for-the-sidecar",
  APP_API_TOKEN: "a-token-for-the-app-itself",
};

function faultsOf(env: Record<string, string | undefined>): string {
  try {
    loadConfig(Config, env);
  } catch (error) {
    return String(error);
  }
  return "";
}

test("a whole environment becomes numbers with their units, and names have their defaults", () => {
  const config = loadConfig(Config, { ...whole, LEAD_MINUTES: "2" });
  expect(config).toMatchObject({ meshPort: 4001, leadMs: 120_000 });
  expect(config.env).toMatchObject({ LOG_LEVEL: "info", STATE_STORE_NAME: "statestore" });
});

test("an empty or blank variable counts as absent, never as zero", () => {
  expect(loadConfig(Config, { ...whole, LEAD_MINUTES: "" }).leadMs).toBe(600_000);
  expect(loadConfig(Config, { ...whole, LEAD_MINUTES: "  " }).leadMs).toBe(600_000);
  expect(faultsOf({ ...whole, MESH_PORT: "" })).toContain("MESH_PORT is not set");
});

test("all faults are told at once, a line each, with the variable and what to give it", () => {
  const faults = faultsOf({
    ...whole,
    MESH_PORT: undefined,
    OPS_PORT: "70000",
    LOG_LEVEL: "loud",
  });
  expect(faults.split("\n").slice(1)).toEqual([
    "  MESH_PORT is not set: give the port for the sidecar's calls, a TCP port",
    "  OPS_PORT is not right: give the port for probes and metrics, 1 to 65535",
    '  LOG_LEVEL is not right: Invalid option: expected one of "debug"|"info"|"warn"|"error"',
  ]);
});

test.each(["0", "-1", "1.5", "80a", "1e9"])("%s is no port", (port) => {
  expect(faultsOf({ ...whole, MESH_PORT: port })).toContain("MESH_PORT is not right");
});

test("a fault never shows the value, which may be a secret", () => {
  expect(faultsOf({ ...whole, APP_API_TOKEN: "hunter2" })).not.toContain("hunter2");
});
