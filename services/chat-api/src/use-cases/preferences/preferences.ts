import { PersonPreferences, type PreferencesPatch } from "@todo-mesh/contracts";
import { PreferencesChanged } from "@todo-mesh/contracts/events";
import { AppError, type Clock, type StateStore } from "@todo-mesh/ports";
import {
  type Commit,
  eventOf,
  keyOf,
  type NewEvent,
  type Outbox,
  readerOf,
  type Source,
  type Transaction,
} from "@todo-mesh/state";
import { z } from "zod";
import { answerOncePerKey, type Asked } from "../once/one-key.ts";

const keyOfPerson = (userId: string): string => keyOf("preferences", userId);

const { version: _, ...choices } = PersonPreferences.shape;
const schemas: Readonly<Record<string, z.ZodType>> = choices;
const isKnown = ([name, value]: [string, unknown]): boolean =>
  schemas[name]?.safeParse(value).success ?? true;
// A choice that only a newer version knows is as good as none here.
const Row = z
  .record(z.string(), z.unknown())
  .transform((row) => Object.fromEntries(Object.entries(row).filter(isKnown)))
  .pipe(PersonPreferences);

const NOTHING_CHOSEN: PersonPreferences = { version: 0 };

/** What a person has chosen; version 0 while they never chose anything. */
export const preferencesOf = async (source: Source, userId: string): Promise<PersonPreferences> =>
  (await readerOf(source).get(keyOfPerson(userId), Row)) ?? NOTHING_CHOSEN;

/** Forgets what a person has chosen. */
export const erasePreferences = (tx: Transaction, userId: string): void =>
  tx.delete(keyOfPerson(userId));

/** Reads what a person has chosen. */
export function readPreferences({ store }: { readonly store: StateStore }) {
  return (userId: string): Promise<PersonPreferences> => preferencesOf(store, userId);
}

export type ReadPreferences = ReturnType<typeof readPreferences>;

/**
 * Chooses anew what the patch names, takes back what it has as `null`, and tells the others. What changes nothing leaves
 * the version as it is. `stale` if another version than this was expected.
 */
export function changePreferences({
  commit,
  clock,
  outbox,
}: {
  readonly commit: Commit;
  readonly clock: Clock;
  readonly outbox: Pick<Outbox, "add">;
}) {
  return async (
    asked: Asked,
    patch: PreferencesPatch,
    expected: number | undefined,
  ): Promise<PersonPreferences> => {
    const answer = await commit(asked.userId, (tx) =>
      answerOncePerKey(tx, asked, async () => {
        const before = await preferencesOf(tx, asked.userId);
        if (expected !== undefined && expected !== before.version) throw stale(before, expected);
        const after = patched(before, patch, clock.now());
        if (after === before) return after;
        tx.put(keyOfPerson(asked.userId), after);
        await outbox.add(tx, [changedEvent(asked.userId, after)]);
        return after;
      }),
    );
    return PersonPreferences.parse(answer);
  };
}

export type ChangePreferences = ReturnType<typeof changePreferences>;

const changedEvent = (user_id: string, preferences: PersonPreferences): NewEvent => {
  const data = PreferencesChanged.data.parse({ user_id, preferences });
  return eventOf(PreferencesChanged, { userId: user_id, subject: user_id, data });
};

const stale = ({ version }: PersonPreferences, expected: number): AppError =>
  new AppError(
    "stale",
    `The preferences have changed: they are at version ${version}, not ${expected}. Read them again`,
  );

function patched(before: PersonPreferences, patch: PreferencesPatch, now: Date): PersonPreferences {
  const known: Readonly<Record<string, unknown>> = before;
  const news = Object.entries(patch).filter(
    ([name, value]) => (value ?? undefined) !== known[name],
  );
  if (news.length === 0) return before;
  const chosen = Object.entries({ ...before, ...patch }).filter(([, value]) => value !== null);
  return PersonPreferences.parse({
    ...Object.fromEntries(chosen),
    version: before.version + 1,
    updated_at: now.toISOString(),
  });
}
