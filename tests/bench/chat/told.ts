import { type Agent, request } from "node:http";

export interface Told {
  /** From the question to the first words, in milliseconds. */
  readonly firstMs: number;
  /** How long after it was said each word was read, in milliseconds. */
  readonly behindMs: readonly number[];
  /** Everything that was read. */
  readonly text: string;
}

interface Asked {
  readonly url: string;
  readonly agent: Agent;
  readonly token: string;
  readonly body: unknown;
}

/** Asks for a stream, reads it to its end, and says when its words came; `saidAt` finds them in a piece of it. */
export const told = async (
  { url, agent, token, body }: Asked,
  saidAt: (piece: string) => readonly number[],
): Promise<Told> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    let firstMs = Number.NaN;
    // The whole answer comes once more at the end.
    const heard = new Map<number, number>();
    const pieces: string[] = [];
    const headers = {
      accept: "text/event-stream",
      "content-type": "application/json",
      authorization: `Bearer ${token}`,
    };
    const asking = request(url, { agent, method: "POST", headers }, (response) => {
      response.setEncoding("utf8");
      response.on("data", (piece: string) => {
        const now = performance.now();
        const said = saidAt(piece);
        if (said.length > 0 && Number.isNaN(firstMs)) firstMs = now - began;
        for (const at of said) if (!heard.has(at)) heard.set(at, now - at);
        pieces.push(piece);
      });
      response.on("error", reject);
      response.on("end", () => {
        const text = pieces.join("");
        if (response.statusCode === 200) resolve({ firstMs, behindMs: [...heard.values()], text });
        else reject(new Error(`${url}: ${response.statusCode} ${text}`));
      });
    });
    asking.on("error", reject);
    asking.end(JSON.stringify(body));
  });
