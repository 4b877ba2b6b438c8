/** One line, as it stands and as it would be wrong. */
export interface Bug {
  readonly name: string;
  /** The end of the path of its file. */
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
}

const TIMERS = "packages/timers/src";
const STATE = "packages/state/src";
const REMINDERS = "reminder-service/src/domain";

/** Faults that each cost a reminder, ring one twice, early or in vain, or leave something behind: the simulation has to find them. */
export const BUGS: readonly Bug[] = [
  {
    name: "a hint lies in the minute after its own",
    file: `${TIMERS}/buckets/writer.ts`,
    right: "minute: Math.max(present, minuteOf(new Date(hint.at))) };",
    wrong: "minute: 1 + Math.max(present, minuteOf(new Date(hint.at))) };",
  },
  {
    name: "a number that was given up stays open for ever",
    file: `${STATE}/outbox/delivery.ts`,
    right: 'if (outcome === "abandoned") queue.drop(entry);',
    wrong: 'if (outcome === "abandoned") return;',
  },
  {
    name: "the low-water mark passes what is not sent",
    file: `${STATE}/outbox/writer-rows.ts`,
    right: "low_water: low, lease_until",
    wrong: "low_water: writer.next, lease_until",
  },
  {
    name: "no hint leads the sweeper to a timer",
    file: `${TIMERS}/setting.ts`,
    right: "await deps.addHints(tx, hints);",
    wrong: "",
  },
  {
    name: "the sweeper sees what is overdue and leaves it",
    file: `${TIMERS}/sweeper/sweeper.ts`,
    right: "await open.fireOverdue(lookAgain);",
    wrong: "",
  },
  {
    name: "a commit whose answer was lost is taken for one that was not",
    file: `${STATE}/atomically.ts`,
    right: 'if (!NOTHING_WRITTEN.has(kind)) outcome = "unknown";',
    wrong: "",
  },
  {
    name: "events count as sent before the broker has them",
    file: `${STATE}/outbox/delivery.ts`,
    right: "while (!stopped.aborted) {",
    wrong: "while (!stopped.aborted && pauseMs === FIRST_PAUSE_MS) {",
  },
  {
    name: "what a dead process left unpublished is deleted",
    file: `${STATE}/outbox/take-over.ts`,
    right: "await publisher.publish(load.flatMap(({ events }) => events));",
    wrong: "",
  },
  {
    name: "nobody takes over from a dead process",
    file: `${STATE}/outbox/take-over.ts`,
    right: "for (const id of left) await takeOver(deps, me, id);",
    wrong: "",
  },
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
];
