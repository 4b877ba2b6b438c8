import {
  ConversationHead,
  type Message,
  type Notification,
  type ReminderDetails,
  type ReminderDetailsPage,
  type Task,
} from "@todo-mesh/contracts";
import { type Caller, type ExportReminders, type ReadInbox } from "@todo-mesh/contracts/calls";
import type { Clock, StateStore } from "@todo-mesh/ports";
import { forwards, readerOf, readLast } from "@todo-mesh/state";
import { Conversation, MESSAGES_KEPT } from "../../domain/assistant/conversation.ts";
import { conversationKey, conversationsOf, messagesOf } from "../assistant/conversation-keys.ts";
import type { TaskDeps } from "../deps.ts";
import { journalOf } from "../journal/journal.ts";
import type { BeginLongWork, Caller as ExportCaller, Part } from "../long-work.ts";
import { preferencesOf } from "../preferences/preferences.ts";
import { everyOf } from "../tasks/read-tasks.ts";
import { occurrencesOf } from "../tasks/task-occurrences.ts";

export interface ExportDeps extends Pick<TaskDeps, "tasks"> {
  readonly store: StateStore;
  readonly clock: Clock;
  readonly longWork: BeginLongWork;
  readonly readInbox: Caller<typeof ReadInbox>;
  readonly exportReminders: Caller<typeof ExportReminders>;
}

/** The text of a person's `Export`, piece by piece: the whole of it is never in memory at once. */
export function exportAll(deps: ExportDeps) {
  return async function* (caller: ExportCaller): AsyncGenerator<string> {
    const { part, end } = await deps.longWork(caller);
    try {
      yield* inPieces(all(deps, caller.userId), part);
    } finally {
      end();
    }
  };
}

export type ExportAll = ReturnType<typeof exportAll>;

async function* all(deps: ExportDeps, userId: string): AsyncGenerator<string> {
  const { tasks, store, clock } = deps;
  // While one of the others is away there is no export: so both are asked before anything is sent.
  const inbox = await inboxOf(deps, userId);
  const first = await deps.exportReminders({ user_id: userId });
  const found = [...everyOf(await tasks.read(userId))];
  const who = { user_id: userId, exported_at: clock.now().toISOString() };
  const preferences = await preferencesOf(store, userId);
  yield JSON.stringify({ ...who, preferences }).slice(0, -1);
  yield* member(
    "tasks",
    found.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  );
  yield* member("occurrences", ofAll(store, found));
  yield* member("reminders", remindersFrom(deps, userId, first));
  yield* member("changes", forwards(store, journalOf(userId)));
  yield* member("conversations", conversations(store, userId));
  yield* member("inbox", inbox);
  yield "}\n";
}

async function* ofAll(store: StateStore, tasks: readonly Task[]) {
  for (const task of tasks) yield* occurrencesOf(store, task);
}

const LARGEST_PAGE = 200;
const PIECE_CHARACTERS = 32_768;

/** The same text in pieces of some 32 KB, each a part of long work: what is not read yet is not worked out yet. */
async function* inPieces(text: AsyncGenerator<string>, part: Part): AsyncGenerator<string> {
  const next = async (): Promise<{ piece: string; isLast: boolean }> => {
    let piece = "";
    while (piece.length < PIECE_CHARACTERS) {
      const { value, done } = await text.next();
      if (done === true) return { piece, isLast: true };
      piece += value;
    }
    return { piece, isLast: false };
  };
  for (let isLast = false; !isLast;) {
    const found = await part(next);
    isLast = found.isLast;
    yield found.piece;
  }
}

async function* member(
  name: string,
  items: Iterable<object> | AsyncIterable<object>,
): AsyncGenerator<string> {
  yield `,\n${JSON.stringify(name)}:[`;
  let between = "\n";
  for await (const item of items) {
    yield between + JSON.stringify(item);
    between = ",\n";
  }
  yield "]";
}

/** The oldest first; there are 500 at most. */
async function inboxOf(
  { readInbox }: Pick<ExportDeps, "readInbox">,
  user_id: string,
): Promise<Notification[]> {
  const found: Notification[] = [];
  let cursor: string | undefined;
  do {
    const page = await readInbox({ user_id, limit: LARGEST_PAGE, cursor });
    found.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== undefined);
  return found.toReversed();
}

async function* remindersFrom(
  { exportReminders }: Pick<ExportDeps, "exportReminders">,
  user_id: string,
  first: ReminderDetailsPage,
): AsyncGenerator<ReminderDetails> {
  let page = first;
  yield* page.items;
  while (page.next_cursor !== undefined) {
    page = await exportReminders({ user_id, cursor: page.next_cursor });
    yield* page.items;
  }
}

type Kept = ConversationHead & { readonly messages: Message[] };

async function* conversations(store: StateStore, userId: string): AsyncGenerator<Kept> {
  for await (const id of forwards(store, conversationsOf(userId))) {
    const head = await readerOf(store).get(conversationKey(userId, id), Conversation);
    if (!head) continue;
    const messages = await readLast(store, messagesOf(userId, id), MESSAGES_KEPT);
    yield { ...ConversationHead.parse(head), messages: messages.map(({ element }) => element) };
  }
}
