import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterEach, expect, test } from "@jest/globals";
import { runConversation } from "../src/conversation.ts";

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

type Answer = (asked: string, body: string) => readonly [status: number, body: unknown];

/** A server that keeps what it was asked. */
async function aServer(answer: Answer) {
  const asked: string[] = [];
  const handle = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const body = (await req.toArray()).map(String).join("");
    const line = `${req.method} ${req.url}`;
    asked.push(
      `${line}${req.headers.authorization ? ` ${req.headers.authorization.split(" ")[0]}` : ""}`,
    );
    const [status, said] = answer(line, body);
    res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(said));
  };
  const server = createServer((req, res) => void handle(req, res));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  closing.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens on no port");
  return { url: `http://127.0.0.1:${address.port}`, asked };
}

const TOKEN = `x.${Buffer.from(JSON.stringify({ sub: "tester/1" })).toString("base64url")}.x`;

/** A mesh in which a sentence rings at once, if it rings. */
function aMesh({ rings = true } = {}): Answer {
  let title = "";
  const answers: Readonly<Record<string, (body: string) => readonly [number, unknown]>> = {
    "GET /readyz": () => [200, { ready: true }],
    "POST /token": () => [200, { access_token: TOKEN }],
    "GET /api/nobody/tasks": () => [401, {}],
    "POST /api/tester%2F1/chat": (body) => {
      title = /remind me to (.*) in/.exec(body)?.[1] ?? "";
      return [200, { conversation_id: ID, turn_id: ID, response: "I will.", tool_calls: [] }];
    },
    "GET /api/tester%2F1/inbox": () => [200, { items: rings ? [notification(title)] : [] }],
  };
  return (asked, body) => answers[asked]?.(body) ?? [200, { items: [] }];
}

const ID = "01a2028f-7500-764d-9ad0-d68de14e395e";
const notification = (title: string) => ({
  id: ID,
  kind: "reminder",
  title,
  body: `Due now: ${title}`,
  task_id: ID,
  due_at: "2026-11-22T09:21:35.760Z",
  late: false,
  created_at: "2026-11-22T09:21:35.872Z",
});

const client = (url: string) => ({
  OPS_URL: url,
  CHAT_URL: url,
  TOKEN_URL: `${url}/token`,
  CLIENT_ID: "c",
  CLIENT_SECRET: "s",
});

test("a client of the provider says a sentence, sees its notification, and takes its task away again", async () => {
  const { url, asked } = await aServer(aMesh());
  await runConversation(client(url));
  expect(asked.slice(0, 5)).toEqual([
    "GET /readyz",
    "GET /api/nobody/tasks",
    "POST /token Basic",
    "POST /api/tester%2F1/chat Bearer",
    "GET /api/tester%2F1/inbox Bearer",
  ]);
  expect(asked[5]).toMatch(/^GET \/api\/tester%2F1\/tasks\?query=test%20/);
});

test("a mesh that is not ready fails the test, and says why", async () => {
  const { url } = await aServer(() => [503, { ready: false, dependencies: ["sidecar"] }]);
  await expect(runConversation({ OPS_URL: url })).rejects.toThrow(
    'chat-api is not ready: {"ready":false',
  );
});

test("a door that lets strangers in fails the test", async () => {
  const mesh = aMesh();
  const { url } = await aServer((asked, body) =>
    asked.startsWith("GET /api/nobody") ? [200, {}] : mesh(asked, body),
  );
  await expect(runConversation({ OPS_URL: url, CHAT_URL: url })).rejects.toThrow(
    "A stranger got 200, not 401",
  );
});

test("a provider that does not know the client is told of", async () => {
  const mesh = aMesh();
  const { url } = await aServer((asked, body) =>
    asked.endsWith("/token") ? [401, "no"] : mesh(asked, body),
  );
  await expect(runConversation(client(url))).rejects.toThrow("The sign-in provider said 401");
});
