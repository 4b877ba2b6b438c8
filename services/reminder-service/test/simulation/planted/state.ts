import type { Bug } from "./bug.ts";

const STATE = "packages/state/src";

/** Faults in transactions and the outbox. */
export const STATE_BUGS: readonly Bug[] = [
  {
    name: "a number that was given up stays open for ever",
    file: `${STATE}/outbox/delivery.ts`,
    right: 'if (outcome === "abandoned") queue.drop(entry);',
    wrong: 'if (outcome === "abandoned") return;',
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
    name: "what a faltering store leaves out is taken for absent",
    file: `${STATE}/atomically.ts`,
    right: "if ((await foundSingly(store, absent)).size > 0) throw new LostRace();",
    wrong: "",
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
];
