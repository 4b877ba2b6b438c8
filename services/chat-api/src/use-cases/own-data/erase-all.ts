import { type EraseAnswer } from "@todo-mesh/contracts";
import { PersonErased, TaskErased, UserErased } from "@todo-mesh/contracts/events";
import type { Json, StateStore } from "@todo-mesh/ports";
import {
  erase,
  eventOf,
  forwards,
  headOf,
  type List,
  type Transaction,
  trim,
} from "@todo-mesh/state";
import { answerAtTheEnd } from "../once/answer-at-the-end.ts";
import { eraseApprovals } from "../assistant/approvals.ts";
import { conversationKey, conversationsOf, messagesOf } from "../assistant/conversation-keys.ts";
import { turnRowKey } from "../assistant/turn-row.ts";
import { Conversation } from "../../domain/assistant/conversation.ts";
import type { TaskDeps } from "../deps.ts";
import { journalOf } from "../journal/journal.ts";
import { type BeginLongWork, inParts, type Part } from "../long-work.ts";
import type { Asked } from "../once/one-key.ts";
import { erasePreferences } from "../preferences/preferences.ts";
import { everyOf } from "../tasks/read-tasks.ts";
import { dropOccurrences } from "../tasks/task-occurrences.ts";

const TOGETHER = 100;
const ANSWERS_KEPT_MS = 86_400_000;

type EraseDeps = TaskDeps & { readonly longWork: BeginLongWork };

/**
 * Erases all that is kept of a person and tells the other services to. It takes many transactions, so it may be cut
 * off half-way: then it is asked again, and goes on. What its person adds while it runs may stay: each list is looked
 * at once, or two who write and erase at once would go on for ever.
 */
export function eraseAll(deps: EraseDeps) {
  return (asked: Asked): Promise<Json> =>
    answerAtTheEnd(deps.store, asked, () =>
      inParts(deps.longWork, asked, (part) => erasePerson(deps, part, asked.userId)),
    );
}

export type EraseAll = ReturnType<typeof eraseAll>;

async function erasePerson(deps: EraseDeps, part: Part, userId: string): Promise<EraseAnswer> {
  const commit: CommitPart = (work) => part(() => deps.commit(userId, work, { isLarge: true }));
  const conversations = await eraseConversations(deps.store, commit, userId);
  const tasks = await eraseTasks(deps, commit, userId);
  const journal = journalOf(userId);
  await eraseUpTo(await endOf(deps.store, journal), journal, commit);

  const erased_at = deps.clock.now().toISOString();
  const data = { user_id: userId, erased_at };
  // The last version listens for the second.
  const farewell = [PersonErased, UserErased].map((contract) =>
    eventOf(contract, { userId, subject: userId, data }),
  );
  await commit(async (tx) => {
    erasePreferences(tx, userId);
    eraseApprovals(tx, userId);
    await deps.outbox.add(tx, farewell);
  });
  const answersGone = new Date(Date.parse(erased_at) + ANSWERS_KEPT_MS);
  return { erased_at, tasks, conversations, answers_kept_until: answersGone.toISOString() };
}

type CommitPart = <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>;

async function eraseTasks(deps: EraseDeps, commit: CommitPart, userId: string): Promise<number> {
  const ids = [...everyOf(await deps.tasks.read(userId))].map(({ id }) => id);
  let erased = 0;
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const some = ids.slice(from, from + TOGETHER);
    erased += await commit((tx) => eraseTogether(deps, tx, userId, some));
  }
  await commit((tx) => deps.tasks.erase(tx, userId, { onlyIfEmpty: true }));
  return erased;
}

async function eraseTogether(
  deps: EraseDeps,
  tx: Transaction,
  userId: string,
  ids: readonly string[],
): Promise<number> {
  const draft = await deps.tasks.change(tx, userId);
  const some = ids.flatMap((id) => draft.get(id) ?? []);
  const events = some.map(({ id, version }) => {
    const change = { id: deps.ids.next(), by: "api" } as const;
    const data = { user_id: userId, task_id: id, task_version: version + 1, change };
    return eventOf(TaskErased, { id: change.id, userId, subject: id, data });
  });
  await deps.outbox.add(tx, events);
  for (const task of some) {
    dropOccurrences(tx, task);
    draft.remove(task.id);
  }
  return some.length;
}

async function eraseConversations(
  store: StateStore,
  commit: CommitPart,
  userId: string,
): Promise<number> {
  const list = conversationsOf(userId);
  // What begins from here on stays, and stays in the list.
  const end = await endOf(store, list);
  let count = 0;
  for await (const id of forwards(store, list)) {
    const messages = messagesOf(userId, id);
    const eraseSome = async (tx: Transaction): Promise<boolean> => {
      const head = await tx.get(conversationKey(userId, id), Conversation);
      // Without its log a turn writes nothing more, and without its head a conversation takes no more messages.
      for (const { turn_id } of head?.running ?? []) tx.delete(turnRowKey(userId, turn_id));
      tx.delete(conversationKey(userId, id));
      return erase(tx, messages);
    };
    while (!(await commit(eraseSome)));
    count += 1;
  }
  await eraseUpTo(end, list, commit);
  return count;
}

type AnyList = Pick<List<Json>, "key">;

const endOf = async (store: StateStore, list: AnyList): Promise<number> =>
  (await headOf(store, list)).next;

/** Takes away what a list holds before a number, a hundred at a time, and the list itself if nothing came meanwhile. */
async function eraseUpTo(end: number, list: AnyList, commit: CommitPart): Promise<void> {
  const eraseSome = async (tx: Transaction): Promise<number> => {
    const left = await trim(tx, list, end);
    const { first, next } = await headOf(tx, list);
    if (first === next) await erase(tx, list);
    return left;
  };
  while ((await commit(eraseSome)) > 0);
}
