import type { Bug } from "./bug.ts";

const TIMERS = "packages/timers/src";
const KIT = "packages/kit/src";

/** Faults in timers and in what they take for the time. */
export const TIMERS_BUGS: readonly Bug[] = [
  {
    name: "a hint lies in the minute after its own",
    file: `${TIMERS}/buckets/writer.ts`,
    right: "minute: Math.max(present, minuteOf(new Date(hint.at))) };",
    wrong: "minute: 1 + Math.max(present, minuteOf(new Date(hint.at))) };",
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
    right: "=> open.fireOverdue(lookAgain);",
    wrong: "=> Promise.resolve();",
  },
  {
    name: "a timer fires as soon as anybody rings",
    file: `${TIMERS}/firing/fire-batch.ts`,
    right: 'if (dueAt > now) return { kind: "early", leftMs: dueAt.getTime() - now.getTime() };',
    wrong: "",
  },
  {
    name: "a clock that was set is believed at once",
    file: `${KIT}/process/clock.ts`,
    right: "const BELIEVED_AFTER_MS = 5 * 60_000;",
    wrong: "const BELIEVED_AFTER_MS = 0;",
  },
  {
    name: "nothing is scheduled, and the sweeper does it all",
    file: `${TIMERS}/setting.ts`,
    right: "const inReach = hints.filter(({ at }) => isInReach(new Date(at), clock.now()));",
    wrong: "const inReach = hints.slice(hints.length);",
  },
];
