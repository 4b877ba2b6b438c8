import type { Task } from "@todo-mesh/contracts";
import { hashOf, keyOf, type Transaction } from "@todo-mesh/state";
import { z } from "zod";
import { atOwnHours, goesByOwnHours, OwnHours } from "../domain/planning/own-hours.ts";

// For as long as news of a person who was forgotten might still be on its way.
const REMEMBERED_FOR_SECONDS = 30 * 24 * 60 * 60;

/** `unfinished`: not all that was there has been planned anew for these hours. */
const Kept = OwnHours.extend({ unfinished: z.literal(true).optional() });
export type KeptHours = z.infer<typeof Kept>;

const NOTHING_SAID: KeptHours = { at: new Date(0).toISOString() };

// It does not name them: when somebody was forgotten stays known for a while.
const keyOfPerson = (user: string): string => keyOf("own-hours", hashOf(user));

/** What is known of a person's hours. */
export const readHours = async (tx: Transaction, user: string): Promise<KeptHours> =>
  (await tx.get(keyOfPerson(user), Kept)) ?? NOTHING_SAID;

/** Keeps a person's hours; that nothing is chosen any more because they were forgotten, for a while. */
export const writeHours = (tx: Transaction, user: string, hours: KeptHours): void =>
  tx.put(keyOfPerson(user), hours, hours.chosen ? {} : { ttlSeconds: REMEMBERED_FOR_SECONDS });

/**
 * The tasks at the hours that their people have chosen. Those hours are written as they were read: so of this
 * transaction and a choice made meanwhile one begins anew, and nothing is planned by an hour of before.
 */
export async function atTheirHours(tx: Transaction, tasks: readonly Task[]): Promise<Task[]> {
  const users = [...new Set(tasks.filter(goesByOwnHours).map(({ user_id }) => user_id))];
  const found = await tx.getMany(users.map(keyOfPerson), Kept);
  const hours = new Map(users.map((user, at) => [user, found[at] ?? NOTHING_SAID]));
  for (const [user, theirs] of hours) writeHours(tx, user, theirs);
  return tasks.map((task) => atOwnHours(task, hours.get(task.user_id)));
}
