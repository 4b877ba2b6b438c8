import { hasRunOut } from "../lease.ts";
import { readerOf } from "../reader.ts";
import type { z } from "zod";
import type { Transaction } from "../transaction.ts";
import { settleWindow } from "./close-number.ts";
import { firstLoad } from "./load.ts";
import { CLAIM_MS, Head, headKey, type OutboxDeps, REGISTRY, Registry } from "./rows.ts";
import { change, removeWriter } from "./writer-rows.ts";

/**
 * Looks for writers whose lease has run out and finishes what they left: claims the writer (one
 * winner, by the head's ETag), closes every number it may still use, publishes its rows in order,
 * takes it off the registry. Broken off anywhere, it is begun again by whoever finds the claim run out.
 */
export async function takeOverOthers(deps: OutboxDeps, me: string, own: string) {
  const reader = readerOf(deps.store);
  const writers = (await reader.get(REGISTRY, Registry))?.writers ?? [];
  const others = writers.filter((id) => id !== own);
  const heads = await reader.getMany(others.map(headKey), Head);
  const now = deps.clock.now().getTime();
  const left = others.filter((_id, at) => mayTake(heads[at], me, now));
  for (const id of left) await takeOver(deps, me, id);
}

type HeadRow = z.infer<typeof Head>;

const mayTake = (head: HeadRow | undefined, me: string, now: number): boolean =>
  head === undefined || head.holder === me || hasRunOut(head.lease_until, now, CLAIM_MS);

async function takeOver(deps: OutboxDeps, me: string, id: string): Promise<void> {
  const { publisher, log } = deps;
  const low = await change(deps, async (tx) => {
    const head = await tx.get(headKey(id), Head);
    if (head === undefined) await removeWriter(tx, id);
    if (!mayTake(head, me, deps.clock.now().getTime())) return undefined;
    return head && holdOn(tx, deps, { id, me }, head);
  });
  if (low === undefined) return;

  let rows = await settleWindow(deps, id, low);
  log.info("finishing what another outbox writer left", { writer: id, count: rows.length });
  while (rows.length > 0) {
    const load = firstLoad(rows);
    await publisher.publish(load.flatMap(({ events }) => events));
    await change(deps, async (tx) => {
      for (const { key } of load) tx.delete(key);
      const head = await tx.get(headKey(id), Head);
      if (head?.holder === me) holdOn(tx, deps, { id, me }, head);
    });
    rows = rows.slice(load.length);
  }
  await change(deps, async (tx) => {
    if ((await tx.get(headKey(id), Head))?.holder === me) await removeWriter(tx, id);
  });
}

function holdOn(
  tx: Transaction,
  { clock }: OutboxDeps,
  { id, me }: { id: string; me: string },
  head: HeadRow,
): number {
  tx.put(headKey(id), { ...head, holder: me, lease_until: clock.now().getTime() + CLAIM_MS });
  return head.low_water;
}
