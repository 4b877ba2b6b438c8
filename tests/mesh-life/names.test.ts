import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { type Mesh, startMesh } from "@todo-mesh/mesh";
import { eventually } from "./make-mesh.ts";

let mesh: Mesh | undefined;
afterEach(async () => mesh?.stop(), 60_000);

const OURS = new URL("../../dapr/names-on-one-machine.yaml", import.meta.url);

const areDead = (states: readonly unknown[]) => states.every((state) => state === "dead");

// The fault of Dapr's that our setting keeps away. When this test fails, it is mended, and the setting can go.
test("a clean-up of names ends every sidecar, so ours comes after all of us", async () => {
  const folder = mkdtempSync(join(tmpdir(), "names-"));
  const names = join(folder, "names.yaml");
  const text = readFileSync(OURS, "utf8");
  expect(text).toMatch(/cleanupInterval: 876000h/);
  writeFileSync(names, text.replace("876000h", "2s"));
  const extraApps = [{ appId: "one" }, { appId: "other" }];
  mesh = await startMesh({ services: [], extraApps, names });
  const states = () => ["one-1-sidecar", "other-1-sidecar"].map((name) => mesh?.part(name).state);
  expect(await eventually(states, areDead)).toEqual(["dead", "dead"]);
  expect(mesh.part("one-1-sidecar").log(50).join("\n")).toContain("Host registration lost");
  rmSync(folder, { recursive: true });
}, 180_000);
