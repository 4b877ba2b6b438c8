import { Task, TaskPage } from "@todo-mesh/contracts";
import { until } from "@todo-mesh/ports/testing";
import { dueIn, type Person } from "../support/person.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const wall = (ms: number): string => new Date(Date.now() + ms).toISOString().slice(0, 19);
const day = (ms: number): string => wall(ms).slice(0, 10);
const ROME = { timezone: "Europe/Rome" };
const CALCUTTA = { timezone: "Asia/Calcutta" };

/** Two minutes in which `ada` uses all that there is, and some of it rings; `zoe` is forgotten. */
export async function useAll(ada: Person, zoe: Person): Promise<void> {
  await addOneOfEachKind(ada);
  await addSeries(ada);
  await changeAndTakeBack(ada);
  await talk(ada);
  await beForgotten(zoe);
  await readAndGoOn(ada);
}

async function addOneOfEachKind(who: Person): Promise<void> {
  await add(who, "plain", { notes: "# notes", priority: "high", tags: ["a", "b"] });
  await add(who, "rang before", { due: dueIn(3_000) });
  await add(who, "rings after the change of version", { due: dueIn(400_000) });
  await add(who, "old zone name", { due: { local: `${day(DAY_MS)}T19:00`, ...CALCUTTA } });
  const floating = { local: wall(DAY_MS), timezone: "Europe/Kiev", floating: true };
  await add(who, "floating", { due: floating });
  const due = { date: day(2 * DAY_MS), ...ROME };
  await add(who, "whole day", { due, reminders: [dueIn(500_000)] });
  await add(who, "nags", { due: dueIn(MINUTE_MS), nag: { every_minutes: 5, times: 5 } });
}

async function addSeries(who: Person): Promise<void> {
  const soon = { start: wall(MINUTE_MS), ...CALCUTTA };
  await add(who, "every minute", { repeat: { rule: "FREQ=MINUTELY;INTERVAL=5", ...soon } });
  const daily = { rule: "FREQ=DAILY", start: wall(7 * MINUTE_MS), timezone: "UTC" };
  await add(who, "daily", { repeat: daily, reminders: [{ minutes: 1 }] });
  const later = { start: wall(DAY_MS), ...ROME };
  const moved = await add(who, "moved series", { repeat: { rule: "FREQ=DAILY", ...later } });
  await ask(who, "PATCH", `/tasks/${moved.id}`, { due: dueIn(450_000) });
  const skipped = await add(who, "skipped", { repeat: { rule: "FREQ=WEEKLY", ...later } });
  await ask(who, "POST", `/tasks/${skipped.id}/skip`);
  const done = await add(who, "done series", { repeat: { rule: "FREQ=DAILY", ...later } });
  await ask(who, "POST", `/tasks/${done.id}/complete`);
  const counted = { rule: "FREQ=DAILY;INTERVAL=3", from: "completion", ...later };
  const after = await add(who, "after completion", { repeat: counted });
  await ask(who, "POST", `/tasks/${after.id}/complete`);
  const ended = await add(who, "ended", { repeat: { rule: "FREQ=DAILY", ...later } });
  await ask(who, "POST", `/tasks/${ended.id}/end-series`);
}

async function changeAndTakeBack(who: Person): Promise<void> {
  const done = await add(who, "done");
  await ask(who, "POST", `/tasks/${done.id}/complete`);
  await ask(who, "POST", `/tasks/${done.id}/reopen`);
  const trash = await add(who, "trash");
  await ask(who, "DELETE", `/tasks/${trash.id}`);
  await ask(who, "POST", `/tasks/${trash.id}/restore`);
  const operations = Array.from({ length: 30 }, (_, n) => ({
    op: "create",
    task: { title: `b${n}` },
  }));
  await ask(who, "POST", "/tasks/batch", { operations });
  await rename(who, "plain", "plainer");
  await rename(who, "old zone name", "old zone name, renamed");
  const change = await rename(who, "nags", "nags more");
  await ask(who, "POST", "/undo", { change_id: change.change_id });
  await ask(who, "POST", "/tasks/move-floating", { timezone: "Europe/Lisbon" });
}

async function talk(who: Person): Promise<void> {
  const words = "add water the plants every Friday at 8";
  const { conversation_id } = await who.say(words, CALCUTTA);
  await who.say("what's next?", { conversation_id });
}

async function beForgotten(who: Person): Promise<void> {
  await add(who, "is forgotten", { due: dueIn(10 * MINUTE_MS) });
  await ask(who, "DELETE", "");
}

async function readAndGoOn(who: Person): Promise<void> {
  const titles = ["rang before", "every minute", "nags", "cannot be planned"];
  const shown = await until(
    "all that is due now is shown",
    async () => {
      const inbox = await who.inbox();
      return titles.every((title) => inbox.some((one) => one.title === title)) && inbox;
    },
    3 * MINUTE_MS,
  );
  const nagging = shown.find(({ title }) => title === "nags");
  await ask(who, "POST", `/inbox/${nagging?.id}/read`);
}

async function add(who: Person, title: string, more: object = {}): Promise<Task> {
  return Task.parse(await ask(who, "POST", "/tasks", { title, ...more }));
}

async function rename(who: Person, from: string, title: string): Promise<Task> {
  const found = await ask(who, "GET", `/tasks?query=${encodeURIComponent(from)}`);
  const task = TaskPage.parse(found).items.find((one) => one.title === from);
  return Task.parse(await ask(who, "PATCH", `/tasks/${task?.id}`, { title }));
}

async function ask(who: Person, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await who.ask(method, path, { body });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.json;
}
