import { atomically } from "../atomically.ts";
import type { Transaction } from "../transaction.ts";
import type { Queue, Writer } from "./queue.ts";
import { Head, headKey, LEASE_MS, type OutboxDeps, REGISTRY, Registry, rowKey } from "./rows.ts";

type StoreAndClock = Pick<OutboxDeps, "store" | "clock" | "wait">;

/** `atomically`, with the outbox's own way to wait. */
export const change = <Result>(
  { store, wait }: Pick<OutboxDeps, "store" | "wait">,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> => atomically(store, work, wait);

const leaseFromNow = ({ clock }: StoreAndClock) => clock.now().getTime() + LEASE_MS;

export async function openWriter(deps: StoreAndClock, id: string): Promise<Writer> {
  const leaseUntil = leaseFromNow(deps);
  await change(deps, async (tx) => {
    await changeRegistry(tx, (writers) => [...writers, id]);
    tx.put(headKey(id), { low_water: 0, lease_until: leaseUntil, holder: id });
  });
  return { id, next: 0, promised: 0, low: 0, leaseUntil, lost: false };
}

/** Deletes what was sent, stores the low-water mark and prolongs the lease, all at once; learns here that the lease was lost. */
export async function checkIn(deps: StoreAndClock, queue: Queue, writer: Writer): Promise<void> {
  const sent = new Set(queue.sent().filter((entry) => entry.writer === writer));
  const low = queue.lowWater(writer, sent);
  const leaseUntil = leaseFromNow(deps);
  const ours = await change(deps, async (tx) => {
    for (const { n } of sent) tx.delete(rowKey(writer.id, n));
    const head = await tx.get(headKey(writer.id), Head);
    if (head?.holder !== writer.id) return false;
    tx.put(headKey(writer.id), { ...head, low_water: low, lease_until: leaseUntil });
    return true;
  });
  for (const entry of sent) queue.drop(entry);
  if (ours) Object.assign(writer, { low, leaseUntil });
  else writer.lost = true;
}

/** The writer goes without a trace, or is free to be taken over at once. */
export async function leave(deps: StoreAndClock, id: string, nothingLeft: boolean): Promise<void> {
  await change(deps, async (tx) => {
    const head = await tx.get(headKey(id), Head);
    if (head?.holder !== id) return;
    if (nothingLeft) await removeWriter(tx, id);
    else tx.put(headKey(id), { ...head, lease_until: 0 });
  });
}

/** Takes a writer off the registry, with its head. */
export async function removeWriter(tx: Transaction, id: string): Promise<void> {
  tx.delete(headKey(id));
  await changeRegistry(tx, (writers) => writers.filter((writer) => writer !== id));
}

async function changeRegistry(tx: Transaction, edit: (writers: string[]) => string[]) {
  const writers = (await tx.get(REGISTRY, Registry))?.writers ?? [];
  const changed = edit(writers);
  if (changed.length !== writers.length) tx.put(REGISTRY, { writers: changed });
}
