import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setImmediate as turn } from "node:timers/promises";

/** How a server answers: its bytes in the pieces it writes them, and how it ends. */
export interface Answered {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly pieces?: readonly (string | Uint8Array)[];
  /** `open`: it never ends; `silent`: it does not even begin; `broken`: the connection breaks. */
  readonly end?: "open" | "silent" | "broken";
}

interface Asked {
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

type Answers = readonly Answered[] | ((body: string) => Answered);

/** A model server on a port of this machine that answers as it is told, the last answer again and again. */
export async function aModelServer(answers: Answers) {
  const asked: Asked[] = [];
  const server = createServer((req, res) => {
    const body: Buffer[] = [];
    req.on("data", (piece: Buffer) => body.push(piece));
    req.on("end", () => {
      asked.push({ headers: req.headers, body: Buffer.concat(body).toString() });
      const given =
        typeof answers === "function"
          ? answers(Buffer.concat(body).toString())
          : nth(answers, asked.length);
      void answer(res, given);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    asked,
    close: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const nth = (answers: readonly Answered[], n: number): Answered =>
  answers[Math.min(n, answers.length) - 1] ?? {};

async function answer(res: ServerResponse, given: Answered): Promise<void> {
  const { status = 200, headers = {}, pieces = [], end } = given;
  if (end === "silent") return;
  res.writeHead(status, { "content-type": "text/event-stream", ...headers });
  res.flushHeaders();
  for (const piece of pieces) {
    res.write(piece);
    await turn();
  }
  if (end === "broken") res.destroy();
  else if (end !== "open") res.end();
}
