// Sets reminders that are due soon, waits until they are, and says which are missing, doubled or early.
import { setTimeout as sleep } from "node:timers/promises";
import { person, untilAnswered } from "./people.mjs";

const [user, count, dueInSeconds, waitSeconds] = process.argv.slice(2);
const mesh = await untilAnswered(() => person(user));
const due = new Date(Date.now() + Number(dueInSeconds) * 1_000);
const wanted = new Set();
for (let at = 0; at < Number(count); at += 1) {
  const task = { title: `reminder ${at}`, due: { at: due.toISOString() } };
  const key = { "idempotency-key": `${user}-${at}` };
  const { id } = await untilAnswered(() => mesh("POST", "/tasks", task, key));
  wanted.add(id);
}
process.stdout.write("set\n");

const inbox = () => untilAnswered(() => mesh("GET", "/inbox?limit=200"));
const end = due.getTime() + Number(waitSeconds) * 1_000;
let items = [];
const shown = () => new Set(items.map(({ task_id }) => task_id));
while (Date.now() < end && [...wanted].some((id) => !shown().has(id))) {
  await sleep(1_000);
  ({ items } = await inbox());
}
// What comes twice may come a little later.
await sleep(8_000);
({ items } = await inbox());
const ids = items.map(({ task_id }) => task_id);
const lateness = items.map(({ created_at }) => Date.parse(created_at) - due.getTime());
const said = {
  set: wanted.size,
  missing: [...wanted].filter((id) => !ids.includes(id)).length,
  doubled: ids.length - new Set(ids).size,
  early: lateness.filter((ms) => ms < 0).length,
  latestMs: Math.max(...lateness),
};
process.stdout.write(`${JSON.stringify(said)}\n`);
