import { setTimeout as wait } from "node:timers/promises";
import { ChatAnswer, type Task } from "@todo-mesh/contracts";
import type { Resident } from "../bench/crowd.ts";
import type { Promised } from "../bench/tally.ts";

/** What people have done so far, and what must come of it. */
export interface Book {
  readonly promised: Promised[];
  readonly silenced: string[];
  readonly refused: string[];
}

type Act = (person: Resident, book: Book, n: number) => Promise<unknown>;

const SHORTEST_MS = 4_000;
const SPREAD_MS = 30_000;
// News of a change must have gone round before the bell; a second is what is promised.
const IN_TIME_MS = 2_000;

const dueAfter = (n: number): Date => new Date(Date.now() + SHORTEST_MS + ((n * 977) % SPREAD_MS));

const addWithReminder = async (person: Resident, n: number): Promise<[Task, Date]> => {
  const due = dueAfter(n);
  return [await person.add(`soak ${n}`, due), due];
};

const reminder: Act = async (person, { promised }, n) => {
  const [{ id }, due] = await addWithReminder(person, n);
  promised.push({ taskId: id, dueMs: due.getTime() });
};

const moved: Act = async (person, { promised }, n) => {
  const [{ id }, due] = await addWithReminder(person, n);
  const later = new Date(due.getTime() + SHORTEST_MS);
  await person.ask("PATCH", `/tasks/${id}`, { due: { at: later.toISOString() } });
  promised.push({ taskId: id, dueMs: later.getTime() });
};

const completed: Act = async (person, { silenced }, n) => {
  const due = new Date(Date.now() + SHORTEST_MS + IN_TIME_MS);
  const { id } = await person.add(`soak ${n}`, due);
  await person.ask("POST", `/tasks/${id}/complete`);
  silenced.push(id);
};

const trashed: Act = async (person, { silenced }, n) => {
  const due = new Date(Date.now() + SHORTEST_MS + IN_TIME_MS);
  const { id } = await person.add(`soak ${n}`, due);
  await person.ask("DELETE", `/tasks/${id}`);
  silenced.push(id);
};

const talks: Act = async (person, _book, n) => {
  const say = async (message: string, conversation_id?: string) =>
    ChatAnswer.parse(await person.ask("POST", "/chat", { message, conversation_id }));
  const { conversation_id } = await say(`add soaked ${n}`);
  await say("what's on my list?", conversation_id);
  await say(`done with soaked ${n}`, conversation_id);
};

const repeats: Act = async (person, _book, n) => {
  const repeat = { rule: "FREQ=HOURLY", start: "2026-01-01T00:30:00", timezone: "Europe/Rome" };
  await person.ask("POST", "/tasks", { title: `soaking ${n}`, repeat });
};

const reads: Act = async (person) => {
  await person.ask("GET", "/tasks?limit=50");
  await person.ask("GET", "/tasks?query=soak&limit=20");
  await person.ask("GET", "/changes?limit=20");
};

const understands: Act = (person, _book, n) =>
  person.ask("POST", "/when", { text: `tomorrow at ${(n % 12) + 1}pm`, timezone: "Asia/Tokyo" });

const takesBack: Act = async (person, _book, n) => {
  await person.add(`soaked by mistake ${n}`);
  await person.ask("POST", "/undo");
};

const watches: Act = async (person) => {
  const stream = await person.watch();
  await wait(SHORTEST_MS);
  stream.close();
};

// A list that only grows is no flat load: now and then somebody leaves, and comes back with nothing.
const leaves: Act = async (person) => {
  await person.ask("POST", "/chat", { message: "add something to forget" });
  await person.ask("DELETE", "/");
};

const OFTEN: readonly Act[] = [reminder, talks, moved, reads, completed, understands, reminder];
const SELDOM: readonly Act[] = [watches, takesBack, trashed, repeats];
const SELDOM_EVERY = 10;
const LEAVES_EVERY = 300;

/** The `n`th thing that happens, and to whom; one that fails is written down and is no end of the others. */
export async function act(people: readonly Resident[], book: Book, n: number): Promise<void> {
  const doing = nth(n);
  // The first of them is who leaves; whoever does anything else stays.
  const person = doing === leaves ? people[0] : people[1 + (n % (people.length - 1))];
  if (!person) throw new Error("A soak needs two people at least");
  try {
    await doing(person, book, n);
  } catch (error) {
    book.refused.push(error instanceof Error ? error.message : String(error));
  }
}

function nth(n: number): Act {
  if (n % LEAVES_EVERY === LEAVES_EVERY - 1) return leaves;
  const acts = n % SELDOM_EVERY === 0 ? SELDOM : OFTEN;
  return acts[Math.floor(acts === SELDOM ? n / SELDOM_EVERY : n) % acts.length] ?? reads;
}
