import { type EraseAnswer, TaskErased, UserErased } from "@todo-mesh/contracts";
import type { StateStore } from "@todo-mesh/ports";
import { type Answer, erase, eventOf, headOf, type Transaction, trim } from "@todo-mesh/state";
import { answerAtTheEnd } from "./answer-at-the-end.ts";
import type { Asked } from "./change-tasks.ts";
import { conversationKey, conversationsOf, messagesOf } from "./conversation-keys.ts";
import type { TaskDeps } from "./deps.ts";
import { forwards } from "./forwards.ts";
import { journalOf } from "./journal.ts";
import { everyOf } from "./read-tasks.ts";
import { dropOccurrences } from "./task-occurrences.ts";

const TOGETHER = 100;
const ANSWERS_KEPT_MS = 86_400_000;

type EraseDeps = TaskDeps & { readonly store: StateStore };

/**
 * Erases all that is kept of a person and tells the other services to. It takes many transactions, so it may be cut
 * off half-way: then it is asked again, and goes on. It answers when nothing is left.
 */
export function eraseAll(deps: EraseDeps) {
  return (asked: Asked): Promise<Answer> =>
    answerAtTheEnd(deps.store, asked, () => erasePerson(deps, asked.userId));
}

export type EraseAll = ReturnType<typeof eraseAll>;

async function erasePerson(deps: EraseDeps, userId: string): Promise<EraseAnswer> {
  const commit = <Result>(work: (tx: Transaction) => Promise<Result>) => deps.commit(userId, work);
  const conversations = await eraseConversations(deps.store, commit, userId);
  const tasks = await eraseTasks(deps, commit, userId);
  await untilDone(() => commit((tx) => erase(tx, journalOf(userId))));

  const erased_at = deps.clock.now().toISOString();
  const data = { user_id: userId, erased_at };
  const farewell = eventOf(UserErased, { userId, subject: userId, data });
  await commit((tx) => deps.outbox.add(tx, [farewell]));
  const until = new Date(Date.parse(erased_at) + ANSWERS_KEPT_MS);
  return { erased_at, tasks, conversations, answers_kept_until: until.toISOString() };
}

type CommitOwn = <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>;

async function eraseTasks(deps: EraseDeps, commit: CommitOwn, userId: string): Promise<number> {
  let [erased, sum] = [0, 0];
  do {
    erased = await commit((tx) => eraseSome(deps, tx, userId));
    sum += erased;
  } while (erased > 0);
  await untilDone(() => commit((tx) => deps.tasks.erase(tx, userId)));
  return sum;
}

async function eraseSome(deps: EraseDeps, tx: Transaction, userId: string): Promise<number> {
  const book = await deps.tasks.change(tx, userId);
  const some = [...everyOf(book)].slice(0, TOGETHER);
  const events = some.map(({ id, version }) => {
    const change = { id: deps.ids.next(), by: "api" } as const;
    const data = { user_id: userId, task_id: id, task_version: version + 1, change };
    return eventOf(TaskErased, { id: change.id, userId, subject: id, data });
  });
  await deps.outbox.add(tx, events);
  for (const task of some) {
    dropOccurrences(tx, task);
    book.remove(task.id);
  }
  return some.length;
}

/** A conversation that begins meanwhile is found at the next look, and not left behind without its place in the list. */
async function eraseConversations(
  store: StateStore,
  commit: CommitOwn,
  userId: string,
): Promise<number> {
  const list = conversationsOf(userId);
  const { first, next } = await headOf(store, list);
  if (first === next) {
    await commit((tx) => dropIfEmpty(tx, list));
    return 0;
  }
  for await (const id of forwards(store, list))
    await untilDone(() =>
      commit((tx) => {
        tx.delete(conversationKey(userId, id));
        return erase(tx, messagesOf(userId, id));
      }),
    );
  await untilDone(() => commit(async (tx) => (await trim(tx, list, next)) === 0));
  return next - first + (await eraseConversations(store, commit, userId));
}

async function dropIfEmpty(tx: Transaction, list: { readonly key: string }): Promise<void> {
  const { first, next } = await headOf(tx, list);
  if (first === next) await erase(tx, list);
}

async function untilDone(step: () => Promise<boolean>): Promise<void> {
  while (!(await step()));
}
