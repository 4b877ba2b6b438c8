import type { Pool } from "pg";

/** A queue of delayed jobs, with one worker in this process. Each job that comes due has one effect: a row. */
interface Queue {
  /** Resolves when the queue has taken it in for good, as far as that queue can promise. */
  add(job: string, due: Date): Promise<void>;
  close(): Promise<void>;
}

/** Puts into the inbox what has come due. */
type Show = (job: string) => Promise<void>;

export interface Rival {
  readonly name: string;
  open(deps: { readonly pool: Pool; readonly show: Show }): Promise<Queue>;
  /** Of a server beside PostgreSQL that it brings along. */
  readonly pid?: number | undefined;
}
