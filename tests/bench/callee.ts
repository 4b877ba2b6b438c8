import { once } from "node:events";
import { createServer } from "node:http";

export interface Callee {
  readonly port: number;
  close(): void;
}

/** An app that answers `POST /echo` with what it was given, and nothing else costs any time in it. */
export async function openCallee(): Promise<Callee> {
  const server = createServer((req, res) => {
    if (req.url === "/echo") {
      res.setHeader("content-type", "application/json");
      req.pipe(res);
      return;
    }
    res.statusCode = req.url === "/healthz" ? 200 : 404;
    res.end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens on no port");
  return {
    port: address.port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
