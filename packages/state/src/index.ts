export { answerKeyOf, answerOnce, keptAnswer } from "./answer.ts";
export { atomically, LostRace } from "./atomically.ts";
export { type Collection, createCollection } from "./collection/collection.ts";
export type { Changes } from "./collection/draft.ts";
export type { Elements } from "./collection/snapshot.ts";
export { gatheredReads } from "./gathered-reads.ts";
export { type Commit, createCommit } from "./group-commit/group-commit.ts";
export { hashOf, keyOf } from "./key.ts";
export { createLease, type Lease } from "./lease.ts";
export {
  append,
  type Entry,
  headOf,
  holdEnd,
  type List,
  listOf,
  placeBefore,
  readLast,
  readPage,
  readNumbers,
  readRange,
  replace,
} from "./list.ts";
export { forwards, listPage, numberIn } from "./list-pages.ts";
export { dropLast, erase, keepLast, takeOut, trim } from "./list-trim.ts";
export { eventOf, type NewEvent } from "./outbox/events.ts";
export { createOutbox, type Outbox } from "./outbox/outbox.ts";
export { readerOf, type Source } from "./reader.ts";
export { seenBefore } from "./seen.ts";
export { checkStateStore, takesTransactions } from "./store-check.ts";
export { createTransientEvents, type TransientEvents } from "./transient-events.ts";
export type { Outcome, Transaction } from "./transaction.ts";
