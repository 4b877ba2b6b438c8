// People who never stop asking: chat-api by its Service, and by chat-api the two others through its sidecar. Once
// /tmp/stop is there, it says how many asked and who was not answered.
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { person } from "./people.mjs";

const WAYS = {
  service: ["GET", "/tasks"],
  write: ["POST", "/tasks"],
  inbox: ["GET", "/inbox"],
  reminders: ["GET", "/reminders"],
};
const AT_ONCE = 1;
const PAUSE_MS = 100;

const asked = {};
const failed = [];

const whyOf = ({ message, cause }) => [message, cause?.code ?? ""].join(" ").trim();

async function ask(way, who) {
  const [method, path] = WAYS[way];
  const mesh = await person(`load-${way}-${who}`);
  for (let count = 0; !existsSync("/tmp/stop"); count += 1) {
    const start = Date.now();
    const body = method === "POST" ? { title: `task ${count}` } : undefined;
    try {
      await mesh(method, path, body);
    } catch (error) {
      const took = Date.now() - start;
      const at = new Date(start).toISOString();
      failed.push({ way, at, took, error: whyOf(error) });
    }
    asked[way] = (asked[way] ?? 0) + 1;
    await sleep(PAUSE_MS);
  }
}

await Promise.all(
  Object.keys(WAYS).flatMap((way) => Array.from({ length: AT_ONCE }, (_, who) => ask(way, who))),
);
process.stdout.write(`${JSON.stringify({ asked, failed })}\n`);
