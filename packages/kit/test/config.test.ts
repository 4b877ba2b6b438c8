import { expect, test } from "@jest/globals";
import { z } from "zod";
import { loadConfig } from "../src/index.ts";

const Config = z
  .object({
    PORT: z.coerce.number({ error: "give a port" }).max(65_535, "give a port, 1 to 65535"),
    LOG_LEVEL: z.enum(["info", "warn"]).default("info"),
    TOKEN: z.string({ error: "give a token" }).min(16, "give a token, at least 16 characters"),
    LEAD_MINUTES: z.coerce.number().min(0).default(10),
  })
  .transform((env) => ({ port: env.PORT, leadMs: env.LEAD_MINUTES * 60_000 }));

const whole = { PORT: "4001", TOKEN: "a-token-for-the-sidecar" };

function faultsOf(env: Record<string, string | undefined>): string {
  try {
    loadConfig(Config, env);
  } catch (error) {
    return String(error);
  }
  return "";
}

test("a whole environment becomes what the service asks for", () => {
  expect(loadConfig(Config, { ...whole, LEAD_MINUTES: "2" })).toEqual({
    port: 4001,
    leadMs: 120_000,
  });
});

test("an empty or blank variable counts as absent, never as zero", () => {
  expect(loadConfig(Config, { ...whole, LEAD_MINUTES: "" }).leadMs).toBe(600_000);
  expect(loadConfig(Config, { ...whole, LEAD_MINUTES: "  " }).leadMs).toBe(600_000);
  expect(faultsOf({ ...whole, PORT: "" })).toContain("PORT is not set");
});

test("all faults are said at once, a line each, with the variable and what to give it", () => {
  const faults = faultsOf({ PORT: "70000", LOG_LEVEL: "loud" });
  expect(faults.split("\n").slice(1)).toEqual([
    "  PORT is not right: give a port, 1 to 65535",
    '  LOG_LEVEL is not right: Invalid option: expected one of "info"|"warn"',
    "  TOKEN is not set: give a token",
  ]);
});

test("a fault never shows the value, which may be a secret", () => {
  expect(faultsOf({ ...whole, TOKEN: "hunter2" })).toContain("TOKEN is not right");
  expect(faultsOf({ ...whole, TOKEN: "hunter2" })).not.toContain("hunter2");
});
