import type { Bug } from "./bug.ts";

const REMINDERS = "reminder-service/src/domain";
const USE_CASES = "reminder-service/src/use-cases";

/** Faults in what reminders are planned, announced and repeated. */
export const REMINDERS_BUGS: readonly Bug[] = [
  {
    name: "a reminder that was moved keeps its old timer",
    file: `${REMINDERS}/planning/timers-between.ts`,
    right: "it.name === name && it.at.getTime() === at.getTime()",
    wrong: "it.name === name",
  },
  {
    name: "a ring is forgotten as soon as it rang",
    file: `${REMINDERS}/announcing/announce.ts`,
    right: "rememberRing(withReminder(ledger, goneOn(announced, rings, now)), rung)",
    wrong: "withReminder(ledger, goneOn(announced, rings, now))",
  },
  {
    name: "a series ends with its first date",
    file: `${REMINDERS}/announcing/announce.ts`,
    right: "if (!next) return announced;",
    wrong: "if (next) return announced;",
  },
  {
    name: "what is heard of late counts as set too late",
    file: `${REMINDERS}/planning/plan-reminder.ts`,
    right: "since: wanted.task.updated_at }];",
    wrong: "since: now.toISOString() }];",
  },
  {
    name: "news is acknowledged before its ledgers are written",
    file: `${USE_CASES}/keep-reminders-in-step.ts`,
    right: "await writeLedgers(tx, deps, { before, after });",
    wrong: "void writeLedgers(tx, deps, { before, after });",
  },
  {
    name: "the next date of a series is not set",
    file: `${USE_CASES}/fire-reminders.ts`,
    right: "await writeLedgers(tx, deps, { before, after });",
    wrong:
      "await writeLedgers(tx, { ...deps, timers: { set: async () => {}, cancel: () => {} } }, { before, after });",
  },
];
