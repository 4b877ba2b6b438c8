import { spawnSync } from "node:child_process";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { checkStateStore } from "@todo-mesh/dapr";
import { uuidV7Ids } from "@todo-mesh/kit";
import { stateValuesConformance } from "@todo-mesh/ports/conformance";
import { storeInstead } from "./store-instead.ts";

const SERVER = "redis-server";

beforeAll(() => {
  if (spawnSync(SERVER, ["--version"]).error)
    throw new Error(`${SERVER} is not installed: apt-get install ${SERVER}`);
});

describe("with the component statestore swapped for Redis, by YAML alone", () => {
  const { store } = storeInstead("statestore-redis");
  stateValuesConformance("Redis", { store });

  // Dapr's component says of itself: "Redis does not support transaction rollbacks".
  test("the check at start refuses it, for its transactions are not all or nothing", async () => {
    await expect(checkStateStore(store(), uuidV7Ids)).rejects.toThrow(/take state.postgresql/);
  });
});
