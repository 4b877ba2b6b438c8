import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { ChatAnswer, InboxPage, TaskPage } from "@todo-mesh/contracts";
import { z } from "zod";
import { say } from "./say.ts";
import { signIn } from "./sign-in.ts";

const Env = z.object({
  OPS_URL: z.url(),
  CHAT_URL: z.url().optional(),
  TOKEN_URL: z.url().optional(),
  TOKEN_SCOPE: z.string().default(""),
  CLIENT_ID: z.string().default(""),
  CLIENT_SECRET: z.string().default(""),
});

const SECONDS_TO_WAIT = 60;

/** Sees that a mesh answers; given a client of the sign-in provider, that a sentence becomes a notification. */
export async function runConversation(environment: NodeJS.ProcessEnv): Promise<void> {
  const env = Env.parse(environment);
  const ready = await fetch(`${env.OPS_URL}/readyz`);
  if (!ready.ok) throw new Error(`chat-api is not ready: ${await ready.text()}`);
  say("chat-api is ready");
  if (env.CHAT_URL === undefined)
    return say("its door is on loopback: no more can be tried from here");
  const stranger = await fetch(`${env.CHAT_URL}/api/nobody/tasks`);
  if (stranger.status !== 401) throw new Error(`A stranger got ${stranger.status}, not 401`);
  say("a stranger is refused");
  if (env.TOKEN_URL === undefined)
    return say("no client to sign in with: tests.clientSecret says which");
  const person = await signIn({ ...env, TOKEN_URL: env.TOKEN_URL });
  await converse(`${env.CHAT_URL}/api/${encodeURIComponent(person.user)}`, person.token);
}

async function converse(base: string, token: string): Promise<void> {
  const mark = `test ${randomUUID().slice(0, 8)}`;
  const ask = asking(base, token);
  const { response } = ChatAnswer.parse(
    await ask("POST", "/chat", { message: `remind me to ${mark} in 3 seconds`, timezone: "UTC" }),
  );
  say(`asked; it says: ${response}`);
  try {
    await untilNotified(async () =>
      InboxPage.parse(await ask("GET", "/inbox")).items.some(({ title }) => title === mark),
    );
    say("the notification is there");
  } finally {
    const { items } = TaskPage.parse(await ask("GET", `/tasks?query=${encodeURIComponent(mark)}`));
    for (const { id } of items) await ask("DELETE", `/tasks/${id}`);
  }
}

const asking =
  (base: string, token: string) =>
  async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const answer = await fetch(base + path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  };

async function untilNotified(seen: () => Promise<boolean>): Promise<void> {
  for (let second = 0; second < SECONDS_TO_WAIT; second += 1) {
    if (await seen()) return;
    await pause(1_000);
  }
  throw new Error(`No notification within ${SECONDS_TO_WAIT} s`);
}
