import { createServer, type ServerResponse } from "node:http";
import { z } from "zod";

/** What a model wishes for: the name of a tool, and its arguments. */
const Wish = z.tuple([z.string(), z.looseObject({})]);
type Wish = z.infer<typeof Wish>;
const Asked = z.object({
  messages: z.array(z.looseObject({ role: z.string(), content: z.string().nullish() })),
});

export interface ScriptedModel {
  readonly baseUrl: string;
  close(): Promise<void>;
}

const SCRIPTED = "says the script";

/** A message for the scripted model: any other it is too busy for, and then the grammar answers by itself. */
export const toTheModel = (wish: Wish): string => `${SCRIPTED} ${JSON.stringify(wish)}`;

const ENDLESS = "endless";
/** Asks it to go on and on, a sentence at a time. */
export const TALK: string = toTheModel([ENDLESS, {}]);

/** A server of Chat Completions on loopback that wishes for what a message tells it to, once, and then says no more. */
export async function scriptedModel(): Promise<ScriptedModel> {
  const server = createServer((req, res) => {
    const pieces: Buffer[] = [];
    req.on("data", (piece: Buffer) => pieces.push(piece));
    req.on("end", () => {
      const wish = wishIn(Buffer.concat(pieces).toString());
      if (!wish) res.writeHead(503).end();
      else if (wish[0] === ENDLESS) talk(res);
      else {
        const answer = wish === "none" ? saying("Hm.") : calling(wish);
        res.writeHead(200, { "content-type": "text/event-stream" });
        res.end(`data: ${answer}\n\ndata: [DONE]\n\n`);
      }
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens on no port");
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Ten sentences a second, until nobody listens. */
function talk(res: ServerResponse): void {
  res.writeHead(200, { "content-type": "text/event-stream" });
  let said = 0;
  const timer = setInterval(() => {
    said += 1;
    const delta = { content: `This is sentence ${said}. ` };
    res.write(`data: ${JSON.stringify(chunkOf(delta, null))}\n\n`);
  }, 100);
  res.on("close", () => clearInterval(timer));
}

/** `none`: it has had its wish in this turn. */
function wishIn(body: string): Wish | "none" | undefined {
  const { messages } = Asked.parse(JSON.parse(body));
  const last = messages.findLastIndex(({ role }) => role === "user");
  const said = messages[last]?.content?.split(SCRIPTED)[1];
  if (said === undefined) return undefined;
  if (last < messages.length - 1) return "none";
  const end = said.lastIndexOf("]");
  return Wish.parse(JSON.parse(said.slice(0, end + 1)));
}

const chunkOf = (delta: object, finish: string | null): object => ({
  id: "c",
  object: "chat.completion.chunk",
  choices: [{ index: 0, delta, finish_reason: finish }],
});
const chunk = (delta: object, finish: string): string => JSON.stringify(chunkOf(delta, finish));
const saying = (content: string): string => chunk({ content }, "stop");
const calling = ([name, given]: Wish): string =>
  chunk(
    {
      tool_calls: [{ index: 0, id: "call", function: { name, arguments: JSON.stringify(given) } }],
    },
    "tool_calls",
  );
