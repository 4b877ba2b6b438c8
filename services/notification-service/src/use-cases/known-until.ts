import type { StateStore } from "@todo-mesh/ports";
import { hashOf, keyOf, type Transaction } from "@todo-mesh/state";
import { z } from "zod";

// For as long as a ring that was announced before might still be on its way.
const REMEMBERED_FOR_SECONDS = 24 * 60 * 60;

interface OfTask {
  readonly user_id: string;
  readonly task_id: string;
}

// It does not name them.
const markKey = ({ user_id, task_id }: OfTask): string =>
  keyOf("inbox-known", hashOf(keyOf(user_id, task_id)));
const Instant = z.iso.datetime();

/** Remembers until when what rang of a task is known, for a while. */
export async function rememberKnown(tx: Transaction, task: OfTask, at: string): Promise<void> {
  const before = await tx.get(markKey(task), Instant);
  if (before !== undefined && Date.parse(before) >= Date.parse(at)) return;
  tx.put(markKey(task), at, { ttlSeconds: REMEMBERED_FOR_SECONDS });
}

/**
 * Whether a ring was known before it came here: two replicas announce and tell in their own time. One call for all; what
 * a store that falters leaves out is shown as new. Whoever asks has read where the inboxes end, and adds to them.
 */
export async function knownBefore(store: StateStore, tasks: readonly OfTask[]) {
  const keys = [...new Set(tasks.map(markKey))];
  const found = keys.length === 0 ? new Map<string, never>() : await store.getMany(keys);
  return (ring: OfTask & { readonly announced_at: string }): boolean => {
    const until = Instant.safeParse(found.get(markKey(ring))?.value).data;
    return until !== undefined && Date.parse(ring.announced_at) <= Date.parse(until);
  };
}
