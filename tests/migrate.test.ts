import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, jest } from "@jest/globals";
import { type Mesh, startMesh } from "@todo-mesh/mesh";
import { backedUp } from "./migrate/backed-up.ts";
import { disturbed } from "./migrate/disturbed.ts";
import { olderTasks } from "./migrate/older-tasks.ts";
import { rowsOfAllKinds } from "./migrate/rows-of-all-kinds.ts";
import { PLENTY } from "./support/plenty.ts";

const MINUTES = 60_000;

let mesh: Mesh;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "migrate-"));
  mesh = await startMesh({ env: { "chat-api": PLENTY } });
}, 5 * MINUTES);
afterAll(async () => {
  await mesh?.stop();
  await rm(folder, { recursive: true, force: true });
}, MINUTES);

// Each runs a program several times.
jest.setTimeout(4 * MINUTES);

describe("from the older product, on a whole mesh", () => {
  rowsOfAllKinds(
    () => mesh,
    () => folder,
  );
  olderTasks(
    () => mesh,
    () => folder,
  );
  backedUp(
    () => mesh,
    () => folder,
  );
  disturbed(
    () => mesh,
    () => folder,
  );
});
