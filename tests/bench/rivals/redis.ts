import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "@todo-mesh/ports/testing";
import { execa } from "execa";
import getPort from "get-port";
import { Redis as Client } from "ioredis";

export interface Redis {
  readonly port: number;
  readonly pid: number | undefined;
  close(): Promise<void>;
}

/** A Redis that keeps what it is given, as BullMQ asks for; undefined where none is installed (Debian: redis-server). */
export async function startRedis(): Promise<Redis | undefined> {
  if ((await execa("redis-server", ["--version"], { reject: false })).failed) return undefined;
  const dir = await mkdtemp(join(tmpdir(), "bench-redis-"));
  const port = await getPort();
  const keep = ["--appendonly", "yes", "--appendfsync", "everysec"];
  const args = ["--bind", "127.0.0.1", "--port", String(port), "--dir", dir, ...keep];
  const server = execa("redis-server", args, { stdout: "ignore", reject: false });
  const client = new Client(port, "127.0.0.1");
  client.on("error", () => undefined);
  await until("redis answers", async () => (await client.ping()) === "PONG");
  client.disconnect();
  return {
    port,
    pid: server.pid,
    close: async () => {
      server.kill();
      await server;
      await rm(dir, { recursive: true });
    },
  };
}
