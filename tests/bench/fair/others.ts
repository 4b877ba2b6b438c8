import type { Crowd, Resident } from "../crowd.ts";
import { atRate } from "../load.ts";
import type { Promised } from "../tally.ts";

/** How long each took, in milliseconds, of what people did who wanted no more than their own. */
export interface Seen {
  readonly reads: readonly number[];
  readonly writes: readonly number[];
  readonly chat: readonly number[];
  readonly promised: readonly Promised[];
  /** How many of all these were not answered with 2xx. */
  readonly failed: number;
}

const READS_PER_SECOND = 24;
const WRITES_PER_SECOND = 12;
const CHAT_PER_SECOND = 12;
const REMINDERS_PER_SECOND = 4;
const DUE_IN_MS = 3_000;

type Does = (person: Resident, n: number) => Promise<unknown>;

/** What ordinary people meet with for so long: each kind of request at its own even rate, and reminders that come due. */
export async function watchOthers({ people }: Crowd, ms: number): Promise<Seen> {
  const promised: Promised[] = [];
  let failed = 0;
  const timed = async (does: Does, perSecond: number, forMs = ms): Promise<readonly number[]> => {
    const work = (n: number) =>
      does(people[n % people.length] ?? people[0], n).catch(() => (failed += 1));
    return (await atRate(work, { perSecond, ms: forMs })).took;
  };
  const rings: Does = async (person, n) => {
    const due = new Date(Date.now() + DUE_IN_MS);
    const { id } = await person.add(`ring ${n}`, due);
    promised.push({ taskId: id, dueMs: due.getTime() });
  };
  const [reads, writes, chat] = await Promise.all([
    timed((person) => person.ask("GET", "/tasks?limit=20"), READS_PER_SECOND),
    timed((person, n) => person.add(`mine ${n}`), WRITES_PER_SECOND),
    timed((person) => person.ask("POST", "/chat", { message: "what's next?" }), CHAT_PER_SECOND),
    // Only those whose time comes while it is watched.
    timed(rings, REMINDERS_PER_SECOND, ms - DUE_IN_MS),
  ]);
  return { reads, writes, chat, promised, failed };
}
