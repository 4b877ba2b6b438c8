import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface Question {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly token: string;
  readonly body?: unknown;
}

/** The public door, asked over at most `connections` connections; what is more waits in line. */
export interface Door {
  ask(question: Question): Promise<Answer>;
  close(): void;
}

// node:http and not fetch: on two cores the time that asking takes is missing where it is measured.
export function openDoor(url: string, { connections }: { readonly connections: number }): Door {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    close: () => agent.destroy(),
    ask: ({ method, path, token, body }) =>
      new Promise((resolve, reject) => {
        const headers = {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { "content-type": "application/json" }),
        };
        const asking = request(new URL(path, url), { agent, method, headers }, (response) => {
          text(response).then(
            (read) => resolve({ status: response.statusCode ?? 0, text: read }),
            reject,
          );
        });
        asking.on("error", reject);
        asking.end(body === undefined ? undefined : JSON.stringify(body));
      }),
  };
}
