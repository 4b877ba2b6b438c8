import { randomInt } from "node:crypto";
import { createServer, type Server } from "node:net";
import getPort, { portNumbers } from "get-port";

const HOST = "127.0.0.1";
const BLOCK = 100;
// Below the ports that the kernel hands to outgoing connections: a part that is away for a while
// must find its port free when it comes back.
const FIRST_BLOCK = 150;
const LAST_BLOCK = 319;

/** Finds a free port, as near to the wanted one as can be. */
export type ChoosePort = (wanted: number) => Promise<number>;

/** The wanted port, else the next free one above it. A port is given out once. */
export function nearPorts(): ChoosePort {
  const given = new Set<number>();
  return async (wanted) => {
    const candidates = [...portNumbers(wanted, Math.min(wanted + BLOCK, 65_535))];
    return choose(candidates, given);
  };
}

/** Any free ports of a block that no other mesh of this machine takes while it is not released. */
export async function privatePorts(): Promise<{ choose: ChoosePort; release: () => void }> {
  for (;;) {
    const first = randomInt(FIRST_BLOCK, LAST_BLOCK) * BLOCK;
    const guard = await hold(first);
    if (!guard) continue;
    const given = new Set<number>();
    const candidates = [...portNumbers(first + 1, first + BLOCK - 1)];
    return { choose: async () => choose(candidates, given), release: () => guard.close() };
  }
}

async function choose(candidates: readonly number[], given: Set<number>): Promise<number> {
  const left = candidates.filter((port) => !given.has(port));
  const port = await getPort({ host: HOST, port: left });
  given.add(port);
  return port;
}

/** Whoever listens on the first port of a block has the block. */
async function hold(port: number): Promise<Server | undefined> {
  const server = createServer().unref();
  return new Promise((resolve) => {
    server.once("error", () => resolve(undefined));
    server.listen({ host: HOST, port, exclusive: true }, () => resolve(server));
  });
}
