import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";

/** A server of Chat Completions that says so many words to each message, each a sentence of its own, at an even rate. */
export interface TalkingModel {
  readonly baseUrl: string;
  close(): void;
}

/** What makes it say `words` words, one each `everyMs`; the first at once. */
export const talk = (words: number, everyMs: number): string => `please talk ${words} ${everyMs}`;

const ASKED = /please talk (\d+) (\d+)/g;

/** When it is said, in tenths of a millisecond of this process, is the word: short, for an answer has its bounds. */
const wordNow = (): string => `At ${Math.round(performance.now() * 10)}. `;
const WORD = /At (\d+)\./g;

/** When the words in a text were said, in milliseconds of `performance.now()`. */
export const saidAt = (shown: string): number[] =>
  [...shown.matchAll(WORD)].map(([, tenths]) => Number(tenths) / 10);

export async function talkingModel(): Promise<TalkingModel> {
  const server = createServer((req, res) => {
    void text(req).then((body) => {
      const [, words = "1", everyMs = "0"] = [...body.matchAll(ASKED)].at(-1) ?? [];
      return speak(res, Number(words), Number(everyMs));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens on no port");
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function speak(res: ServerResponse, words: number, everyMs: number): Promise<void> {
  res.writeHead(200, { "content-type": "text/event-stream" });
  const began = performance.now();
  for (let said = 0; said < words && !res.destroyed; said += 1) {
    const due = began + said * everyMs;
    if (due > performance.now()) await wait(due - performance.now());
    res.write(chunk({ content: wordNow() }, null));
  }
  res.end(`${chunk({}, "stop")}data: [DONE]\n\n`);
}

const chunk = (delta: object, finish: string | null): string =>
  `data: ${JSON.stringify({
    id: "c",
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta, finish_reason: finish }],
  })}\n\n`;
