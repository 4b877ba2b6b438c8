import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { type Mesh, startMesh } from "@todo-mesh/mesh";
import { eventually } from "./make-mesh.ts";

let mesh: Mesh | undefined;
afterEach(async () => mesh?.stop(), 60_000);

test("a scheduler that gets no identity ends, so that it can be started again, and is well once it gets one", async () => {
  mesh = await startMesh({ services: [] });
  const [sentry, scheduler] = [mesh.part("sentry"), mesh.part("scheduler")];
  const tokenFile = join(mesh.folder, "sentry", "tokens", "dapr-scheduler.jwt");
  const token = readFileSync(tokenFile, "utf8");
  await scheduler.stop();
  await sentry.stop();
  writeFileSync(tokenFile, "nobody's");
  const started = scheduler.start().catch(String);
  // All that it needs but an identity is there by now.
  const storeRuns = () =>
    scheduler.pid !== undefined &&
    scheduler.log(1_000).some((line) => line.includes("ready to serve"));
  expect(await eventually(storeRuns, Boolean)).toBe(true);
  await sentry.start();
  expect(await started).toMatch(/scheduler ended by exit code 1 before it was ready/);
  writeFileSync(tokenFile, token);
  await scheduler.start();
  expect(scheduler.state).toBe("ready");
}, 240_000);
