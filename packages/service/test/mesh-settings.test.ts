import { expect, test } from "@jest/globals";
import { z } from "zod";
import { meshEnv, meshSettings } from "../src/index.ts";

const Settings = z.object(meshEnv).transform(meshSettings);
const whole = {
  MESH_PORT: "4001",
  OPS_PORT: "4002",
  DAPR_HTTP_PORT: "3500",
  DAPR_GRPC_PORT: "50001",
  DAPR_API_TOKEN: "a-token-for-the-sidecar",
  APP_API_TOKEN: "a-token-for-the-app-itself",
};

test("ports are numbers, hosts are loopback and components have their usual names, unless told otherwise", () => {
  expect(Settings.parse(whole)).toMatchObject({
    mesh: { host: "127.0.0.1", port: 4001 },
    ops: { host: "127.0.0.1", port: 4002 },
    components: { stateStore: "statestore", pubsub: "pubsub" },
  });
  expect(Settings.parse({ ...whole, OPS_HOST: "0.0.0.0" }).ops.host).toBe("0.0.0.0");
});

test.each(["0", "-1", "1.5", "80a", "1e9"])("%s is no port", (port) => {
  expect(() => Settings.parse({ ...whole, MESH_PORT: port })).toThrow("give the port");
});

test.each(["DAPR_API_TOKEN", "APP_API_TOKEN"])("%s has 16 characters at least", (name) => {
  expect(() => Settings.parse({ ...whole, [name]: "short" })).toThrow("at least 16 characters");
});
