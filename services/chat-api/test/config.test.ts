import { describe, expect, test } from "@jest/globals";
import { loadConfig } from "@todo-mesh/kit";
import { Config } from "../src/config.ts";

const env = {
  MESH_PORT: "3001",
  OPS_PORT: "3002",
  DAPR_HTTP_PORT: "3500",
  DAPR_GRPC_PORT: "50001",
  DAPR_API_TOKEN: "a token for the sidecar",
  APP_API_TOKEN: "a token for the app itself",
};

describe("the configuration", () => {
  test("on one machine needs only its ports and tokens", () => {
    expect(loadConfig(Config, env)).toMatchObject({
      public: { host: "127.0.0.1", port: 8080 },
      mesh: { host: "127.0.0.1", port: 3001 },
      auth: { mode: "dev" },
      components: { broadcast: "pubsub-broadcast" },
    });
  });

  test("opens the port for probes to whoever is named, and to this machine alone without that", () => {
    expect(loadConfig(Config, env).ops).toMatchObject({ host: "127.0.0.1", port: 3002 });
    expect(loadConfig(Config, { ...env, OPS_HOST: "0.0.0.0" }).ops.host).toBe("0.0.0.0");
  });

  test("refuses dev tokens on a door that others can reach", () => {
    expect(() => loadConfig(Config, { ...env, PUBLIC_HOST: "0.0.0.0" })).toThrow(
      /PUBLIC_HOST.*loopback/,
    );
  });

  test("wants the provider's address and audience for oidc, and then takes any host", () => {
    const oidc = { ...env, AUTH_MODE: "oidc", PUBLIC_HOST: "0.0.0.0" };
    expect(() => loadConfig(Config, oidc)).toThrow(/OIDC_ISSUER[^]*OIDC_AUDIENCE/);
    const full = { ...oidc, OIDC_ISSUER: "https://id.example", OIDC_AUDIENCE: "todo" };
    expect(loadConfig(Config, full).auth).toEqual({
      mode: "oidc",
      issuer: "https://id.example",
      audience: "todo",
      jwksUrl: undefined,
      clientIds: [],
      page: undefined,
    });
    const clients = loadConfig(Config, { ...full, OIDC_CLIENT_IDS: "page, phone" });
    expect(clients.auth).toMatchObject({ clientIds: ["page", "phone"] });
    const page = loadConfig(Config, { ...full, OIDC_PAGE_CLIENT_ID: "the-page" });
    expect(page.auth).toMatchObject({
      clientIds: [],
      page: { id: "the-page", scope: "openid offline_access" },
    });
    const both = { ...full, OIDC_CLIENT_IDS: "phone", OIDC_PAGE_CLIENT_ID: "the-page" };
    expect(loadConfig(Config, both).auth).toMatchObject({ clientIds: ["phone", "the-page"] });
  });

  test("has no model unless it is named with its address, and then never a key", () => {
    expect(loadConfig(Config, env).modelServer).toBeUndefined();
    const named = { ...env, MODEL: "m", MODEL_BASE_URL: "http://127.0.0.1:11434/v1" };
    expect(loadConfig(Config, named).modelServer).toEqual({
      baseUrl: "http://127.0.0.1:11434/v1",
      model: "m",
      profile: "full",
      historyWindow: 50,
      grammarFirst: true,
      tokens: { perMinute: 4_000, burst: 100_000 },
    });
    expect(() => loadConfig(Config, { ...env, MODEL: "m" })).toThrow(/MODEL_BASE_URL/);
  });

  test("lists every fault at once", () => {
    expect(() => loadConfig(Config, { PORT: "high", AUTH_MODE: "none" })).toThrow(
      /MESH_PORT[^]*PORT[^]*AUTH_MODE/,
    );
  });
});
