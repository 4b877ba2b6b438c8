import type { TurnEvent } from "@todo-mesh/contracts";
import type { Logger } from "@todo-mesh/kit";
import { type Clock, kindOf, type StateStore } from "@todo-mesh/ports";
import { type Commit, readerOf, type Transaction } from "@todo-mesh/state";
import { isLast, type LoggedEvent, numbered, wordsIn } from "../../domain/assistant/turn-events.ts";
import { KEPT, TurnRow, turnRowKey } from "./turn-row.ts";

/** Thrown where a turn is another's by now: whoever had it writes nothing more of it. */
export class TurnLost extends Error {}

/** Hears what is shown of a turn, and the number of each event in it. Must not throw. */
export type Tell = (event: TurnEvent, n: number) => void;

/** How long an owner says nothing, at most, while its turn goes on. */
const BEAT_MS = 2_500;

export interface LogDeps {
  readonly store: StateStore;
  readonly commit: Commit;
  readonly clock: Clock;
  readonly log: Logger;
}

interface Mine {
  readonly userId: string;
  readonly turnId: string;
  readonly owner: string;
  /** What is stored of it as it begins. */
  readonly begun: readonly LoggedEvent[];
}

/** All that is shown of a turn, at the one who has it: an event is shown once it is stored, and never taken back. */
export class TurnLog {
  readonly #deps: LogDeps;
  readonly #mine: Mine;
  /** Of its row. */
  readonly key: string;
  readonly #stop = new AbortController();
  readonly #closed = Promise.withResolvers<void>();
  #hearers: readonly Tell[] = [];
  #stored: readonly LoggedEvent[];
  #pending: readonly TurnEvent[] = [];
  #storing = false;

  constructor(deps: LogDeps, mine: Mine) {
    this.#deps = deps;
    this.#mine = mine;
    this.key = turnRowKey(mine.userId, mine.turnId);
    this.#stored = mine.begun;
  }

  isOf(userId: string, turnId: string): boolean {
    return userId === this.#mine.userId && turnId === this.#mine.turnId;
  }

  /** Words are stored at once; whatever else, with what is stored next. A call that is there already is not added. */
  add(event: TurnEvent): void {
    if (this.#has(event)) return;
    this.#pending = [...this.#pending, event];
    if (event.event === "text.delta") void this.#store();
  }

  /** Throws `TurnLost` if the turn is another's: nothing of the transaction is written then. */
  async hold(tx: Transaction): Promise<TurnRow> {
    const row = await tx.get(this.key, TurnRow);
    if (row?.owner !== this.#mine.owner || row.ended) throw new TurnLost();
    return row;
  }

  /** Stores in a transaction what was added, and these behind it; the turn is over if one of them ends it. */
  async keep(tx: Transaction, more: readonly TurnEvent[] = []): Promise<void> {
    const row = await this.hold(tx);
    const added = [...this.#pending, ...more];
    // What is stored beyond what we know of is the beginning of this: the answer to an earlier write was lost.
    const events = [...row.events, ...added.slice(row.events.length - this.#stored.length)];
    const beat_at = this.#deps.clock.now().toISOString();
    tx.put(this.key, { ...row, beat_at, events, ...(more.some(isLast) && { ended: true }) }, KEPT);
    tx.atEnd((outcome) => {
      if (outcome === "committed") this.#isStored(events, added);
    });
  }

  /** Shows what the store could not take, with these behind it. */
  showUnstored(more: readonly TurnEvent[]): void {
    this.#show([...this.#known(), ...more], this.#stored.length);
  }

  /** What was said so far, be it stored or not. */
  words(): string {
    return wordsIn(this.#known());
  }

  /** What is stored of it. */
  stored(): readonly LoggedEvent[] {
    return this.#stored;
  }

  /** Tells what is stored after the event of this number, and from now on all that is shown. */
  hear(tell: Tell, after = 0): void {
    for (const { n, event } of numbered(this.#stored, after)) tell(event, n);
    this.#hearers = [...this.#hearers, tell];
  }

  /** The same, until nothing more is shown or nobody hears it any more. */
  async hearToTheEnd(tell: Tell, after: number, left?: AbortSignal): Promise<void> {
    const leaving = Promise.withResolvers<void>();
    left?.addEventListener("abort", () => leaving.resolve(), { once: true });
    this.hear(tell, after);
    await Promise.race([this.#closed.promise, leaving.promise]);
    this.#hearers = this.#hearers.filter((each) => each !== tell);
  }

  /** Looks whether it was stopped or lost, and says now and then that it goes on. */
  async look(): Promise<void> {
    const { store, clock, commit } = this.#deps;
    const row = await readerOf(store).get(this.key, TurnRow);
    if (row?.owner !== this.#mine.owner || row.ended || row.stop) return this.stop();
    const silent = clock.now().getTime() - Date.parse(row.beat_at);
    if (silent >= BEAT_MS || silent < 0) await commit(this.#mine.userId, (tx) => this.keep(tx));
  }

  stop(): void {
    this.#stop.abort();
  }

  /** Aborted when its person wants no more of it, and when it is another's. */
  get stopped(): AbortSignal {
    return this.#stop.signal;
  }

  /** Shows nothing more. */
  close(): void {
    this.#hearers = [];
    this.#closed.resolve();
  }

  /** Resolves once it shows nothing more. */
  get closed(): Promise<void> {
    return this.#closed.promise;
  }

  get owner(): string {
    return this.#mine.owner;
  }

  #known(): readonly LoggedEvent[] {
    return [...this.#stored, ...this.#pending];
  }

  #has({ event, data }: TurnEvent): boolean {
    if (event !== "tool.finished") return false;
    return numbered(this.#known()).some(
      (each) => each.event.event === event && each.event.data.id === data.id,
    );
  }

  #isStored(events: readonly LoggedEvent[], added: readonly TurnEvent[]): void {
    const before = this.#stored.length;
    this.#pending = this.#pending.filter((each) => !added.includes(each));
    this.#stored = events;
    this.#show(events, before);
  }

  #show(events: readonly LoggedEvent[], after: number): void {
    for (const { n, event } of numbered(events, after))
      for (const tell of this.#hearers) tell(event, n);
  }

  async #store(): Promise<void> {
    if (this.#storing) return;
    this.#storing = true;
    try {
      while (this.#pending.length > 0)
        await this.#deps.commit(this.#mine.userId, (tx) => this.keep(tx));
    } catch (error) {
      if (error instanceof TurnLost) this.stop();
      // A store that is away is asked again with what comes next, and shows nothing until then.
      else if (kindOf(error) !== "unavailable")
        this.#deps.log.error("words were not stored", { error });
    } finally {
      this.#storing = false;
    }
  }
}
