import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { createSidecar, type Sidecar } from "@todo-mesh/dapr/parts";

/** A server in the sidecar's place that answers as the test says, and our end of the line to it. */
export async function fakeSidecar(
  answer: RequestListener,
  timeoutMs = 1_000,
): Promise<{ sidecar: Sidecar; stop: () => Promise<void> }> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = portOf(server.address());
  const sidecar = createSidecar({ httpPort: port, grpcPort: port, apiToken: "token", timeoutMs });
  return {
    sidecar,
    stop: async () => {
      sidecar.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A port of this machine on which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = portOf(server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === "string") throw new Error("not an IP address");
  return address.port;
}
