import { setTimeout as wait } from "node:timers/promises";

/** What a greedy person asks, and the status of the answer; its body is nobody's business. */
export type Ask = (method: "GET" | "POST", path: string, body?: unknown) => Promise<number>;

/** A way to take more than one's share: done again and again by so many at once. */
export interface GreedyCase {
  readonly name: string;
  readonly atOnce: number;
  readonly does: (ask: Ask, n: number) => Promise<unknown>;
}

const TOO_MANY = 429;
// One character that becomes eighteen when it is made comparable.
const WIDE = "ﷺ";
const tasks = (count: number, fields: object): object[] =>
  Array.from({ length: count }, (_, n) => ({
    op: "create",
    task: { title: `greedy ${n}`, ...fields },
  }));
const batch = (ask: Ask, operations: readonly object[]) =>
  ask("POST", "/tasks/batch", { operations });
const oddCase = (name: string, n: number): string =>
  name.replaceAll(/[a-z]/g, (letter, at: number) =>
    Math.floor(n / 2 ** at) % 2 === 1 ? letter.toUpperCase() : letter,
  );
const inAnHour = () => ({ at: new Date(Date.now() + 3_600_000).toISOString() });

/** Makes a greedy person's list long, for as long as it takes. */
export async function settleIn(ask: Ask): Promise<void> {
  for (let n = 0; n < 20; n += 1) {
    const operations = tasks(100, { notes: n < 4 ? WIDE.repeat(4_000) : "a note" });
    while ((await batch(ask, operations)) === TOO_MANY) await wait(1_000);
  }
}

/** Every way that is known to have worked once, and some more. */
export const GREEDY: readonly GreedyCase[] = [
  {
    name: "four batches of a hundred at a time",
    atOnce: 4,
    does: (ask) => batch(ask, tasks(100, {})),
  },
  { name: "ten exports", atOnce: 10, does: (ask) => ask("GET", "/export") },
  {
    name: "five phrases of 7 000 characters",
    atOnce: 5,
    does: (ask) => ask("POST", "/when", { text: "tomorrow at 5 or ".repeat(410), timezone: "UTC" }),
  },
  {
    name: "bodies of a megabyte that are refused",
    atOnce: 4,
    does: (ask) => ask("POST", "/tasks", { title: "x".repeat(1_000_000) }),
  },
  {
    name: "a name of 7 990 wide characters in the chat",
    atOnce: 4,
    does: (ask) => ask("POST", "/chat", { message: `complete ${WIDE.repeat(7_990)}` }),
  },
  {
    name: "7 990 commas in the chat",
    atOnce: 8,
    does: (ask) => ask("POST", "/chat", { message: `add ${",".repeat(7_980)}, x` }),
  },
  {
    name: "undoing turns that never were",
    atOnce: 20,
    does: (ask) => ask("POST", "/undo", { turn_id: "00000000-0000-7000-8000-000000000000" }),
  },
  {
    name: "searches through wide notes",
    atOnce: 8,
    does: (ask, n) => ask("GET", `/tasks?query=${encodeURIComponent(`${WIDE}${n}`)}`),
  },
  {
    name: "journeys to and fro",
    atOnce: 4,
    does: (ask, n) =>
      ask("POST", "/tasks/travel", { timezone: n % 2 === 1 ? "Europe/Rome" : "Asia/Tokyo" }),
  },
  {
    name: "zones in odd letters",
    atOnce: 8,
    does: (ask, n) =>
      ask("POST", "/when", {
        text: "tomorrow at 5",
        timezone: oddCase("america/argentina/comodrivadavia", n),
      }),
  },
  { name: "64 readers without a pause", atOnce: 64, does: (ask) => ask("GET", "/tasks?limit=200") },
  {
    name: "32 writers without a pause",
    atOnce: 32,
    does: (ask, n) => ask("POST", "/tasks", { title: `more ${n}`, due: inAnHour() }),
  },
  {
    name: "200 reminders a second",
    atOnce: 4,
    does: async (ask) => {
      const due = { at: new Date(Date.now() + 2_000).toISOString() };
      await batch(ask, tasks(100, { due }));
      await wait(500);
    },
  },
];
