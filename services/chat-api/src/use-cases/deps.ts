import type { Task } from "@todo-mesh/contracts";
import type { Clock, IdSource, StateStore } from "@todo-mesh/ports";
import type { Collection, Commit, Outbox, TransientEvents } from "@todo-mesh/state";
import type { Catalogue } from "../domain/actions/catalogue.ts";

/** Ends early when the signal is aborted. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

export interface TaskDeps {
  /** All that can be done. */
  readonly actions: Catalogue;
  /** For what is read outside a transaction. */
  readonly store: StateStore;
  /** Every user's tasks, the trash included. */
  readonly tasks: Collection<Task>;
  readonly outbox: Pick<Outbox, "add">;
  readonly commit: Commit;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** How often a person's repeating reminders and nags may ring, all of them together. */
  readonly ringsPerHour: number;
  /** How much of a person is kept. What is more already is kept and read, and may become less. */
  readonly quotas: {
    readonly taskBytes: number;
    readonly conversations: number;
    readonly pendingReminders: number;
  };
}

export interface ChatDeps extends TaskDeps {
  /** For what is worth no promise: that something of a conversation is new to be read. */
  readonly transient: Pick<TransientEvents, "add">;
}
