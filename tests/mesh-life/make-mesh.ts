import { mkdtempSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as pause } from "node:timers/promises";
import { execa } from "execa";
import { z } from "zod";

const CLI = fileURLToPath(new URL("../../tools/mesh/src/cli.ts", import.meta.url));

const State = z.object({
  phase: z.string(),
  keeper: z.object({ pid: z.number() }),
  address: z.string().optional(),
  parts: z.array(
    z.object({
      name: z.string(),
      state: z.string(),
      restarts: z.number(),
      mark: z.object({ pid: z.number() }).optional(),
      ports: z.record(z.string(), z.number()),
    }),
  ),
});
export type State = z.infer<typeof State>;

/** `make up`, `make down` and so on, for a mesh in a folder of its own. */
export function makeMesh() {
  const folder = mkdtempSync(join(tmpdir(), "todo-mesh-make-"));
  return {
    folder,
    run: (task: string, env: Record<string, string> = {}, ...args: string[]) =>
      execa(process.execPath, ["--conditions=@todo-mesh/source", CLI, task, ...args], {
        env: { ...env, MESH_DIR: folder },
        all: true,
        reject: false,
      }),
    state: (): State | undefined => {
      try {
        return State.parse(JSON.parse(readFileSync(join(folder, "state.json"), "utf8")));
      } catch {
        return undefined;
      }
    },
    secrets: (): string[] => {
      const text = readFileSync(join(folder, "secrets.json"), "utf8");
      const { "kafka-username": _, ...secrets } = z
        .record(z.string(), z.string())
        .parse(JSON.parse(text));
      return Object.values(secrets);
    },
    commandLine: (pid: number): string => textOf(`/proc/${pid}/cmdline`).replaceAll("\0", " "),
    log: (part: string) => readFileSync(join(folder, "logs", `${part}.log`), "utf8"),
  };
}

/** Every process of a mesh, with all that they started, and every port of it. */
export function traceOf({ keeper, parts }: State) {
  const pids = new Set([keeper.pid, ...parts.flatMap(({ mark }) => (mark ? [mark.pid] : []))]);
  for (const pid of pids) for (const child of childrenOf(pid)) pids.add(child);
  return { pids: [...pids], ports: parts.flatMap(({ ports }) => Object.values(ports)) };
}

/** Those of the processes and ports that are still there. */
export async function leftOf({ pids, ports }: ReturnType<typeof traceOf>) {
  const listening = await Promise.all(ports.map(listens));
  return { pids: pids.filter(runs), ports: ports.filter((_, i) => listening[i]) };
}

export const NOTHING = { pids: [], ports: [] };

/** Asks until the answer is there; after a minute the last answer stands as it is. */
export async function eventually<T>(ask: () => T | Promise<T>, good: (answer: T) => boolean) {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (good(answer) || performance.now() > deadline) return answer;
    await pause(50);
  }
}

function childrenOf(pid: number): number[] {
  return textOf(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean).map(Number);
}

/** A process of which only the exit code is left does not run. */
const runs = (pid: number): boolean => /^State:\s+[^ZX]/m.test(textOf(`/proc/${pid}/status`));

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

const listens = async (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
