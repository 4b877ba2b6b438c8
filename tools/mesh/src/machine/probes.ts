import { connect } from "node:net";

const PATIENCE_MS = 2_000;

/** Whether a GET of this address is answered with 2xx; another answer is an error that says which. */
export async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`GET ${url} is answered with ${response.status}`);
  return true;
}

/** Whether anything listens on this port of 127.0.0.1. */
export async function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port, timeout: PATIENCE_MS });
    const done = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once("connect", () => done(true));
    socket.once("error", () => done(false));
    socket.once("timeout", () => done(false));
  });
}
