import { expect, test } from "@jest/globals";
import { Task } from "@todo-mesh/contracts";
import { carriedOut, goneOn } from "./play.ts";

const NOW = new Date("2026-11-26T09:00:00Z");
const ID = "01940000-0000-7000-8000-000000000001";
const at = "2026-11-27T07:00:00.000Z";

/** A task as it lies in the store of a version that took any spelling of a zone, and distances from UTC. */
const kept = (timezone: string) => ({
  id: ID,
  user_id: "ada",
  title: "call mum",
  status: "open",
  due: { local: "2026-11-27T09:00:00", timezone, at, floating: true },
  repeat: { rule: "FREQ=DAILY", start: "2026-11-27T09:00:00", timezone, from: "schedule" },
  reminders: [
    { minutes: 0 },
    { days: -1, time: "18:00" },
    { local: "2026-11-28T09:00:00", timezone, at },
  ],
  version: 1,
  change_id: ID,
  created_at: "2026-11-20T09:00:00.000Z",
  updated_at: "2026-11-20T09:00:00.000Z",
});

test.each([
  ["+02:00", "Etc/GMT-2"],
  ["+05:45", "+05:45"],
  ["eUrOpE/rOmE", "Europe/Rome"],
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["PST", "America/Los_Angeles"],
  ["Mars/Olympus", "UTC"],
])(
  "a task that was kept with the zone %s is read, planned, rung and shown in %s",
  (before, now) => {
    const task = Task.parse(kept(before));
    expect(task.due?.timezone).toBe(now);
    const played = carriedOut(task, NOW);
    expect(played.ledger.reminders.map(({ state }) => state)).toContain("planned");
    expect(played.shown.map(({ title }) => title)).toContain("call mum");
    goneOn(task, NOW);
  },
);
