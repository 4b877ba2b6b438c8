import { connect, createServer, type Socket } from "node:net";

export interface Line {
  readonly address: string;
  /** Breaks all that goes over it now; whoever asks anew gets through. */
  readonly cut: () => void;
  close(): Promise<void>;
}

/** A way to a port of this machine that can be broken while both of its ends live on. */
export async function breakableLine(to: string): Promise<Line> {
  const open = new Set<Socket>();
  const server = createServer((here) => {
    const there = connect(Number(new URL(to).port), "127.0.0.1");
    for (const [end, other] of [
      [here, there],
      [there, here],
    ] as const) {
      open.add(end);
      end.on("error", () => other.destroy());
      end.on("close", () => {
        open.delete(end);
        other.destroy();
      });
    }
    here.pipe(there).pipe(here);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens on no port");
  const cut = (): void => open.forEach((end) => end.destroy());
  return {
    address: `http://127.0.0.1:${address.port}`,
    cut,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        cut();
      }),
  };
}
