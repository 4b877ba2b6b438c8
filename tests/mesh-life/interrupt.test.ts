import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { eventually, leftOf, makeMesh, NOTHING, type State, traceOf } from "./make-mesh.ts";

const mesh = makeMesh();
afterEach(async () => {
  await mesh.run("reset");
  await rm(mesh.folder, { recursive: true, force: true });
}, 120_000);

const isRunning = (name: string) => (state: State | undefined) =>
  state?.parts.some((part) => part.name === name && part.mark !== undefined) ?? false;

test.each(["scheduler", "kafka", "chat-api-1-sidecar"])(
  "Ctrl-C while %s starts leaves no process and no port",
  async (name) => {
    const up = mesh.run("up");
    const state = await eventually(mesh.state, isRunning(name));
    if (!state || !isRunning(name)(state)) throw new Error(`${name} does not start`);
    const trace = traceOf(state);
    expect(trace.pids.length).toBeGreaterThan(1);
    up.kill("SIGINT");
    const { exitCode, all } = await up;
    expect(all).toContain("The start is undone.");
    expect(exitCode).toBe(130);
    expect(await leftOf(trace)).toEqual(NOTHING);
    expect(existsSync(join(mesh.folder, "state.json"))).toBe(false);
  },
  180_000,
);
