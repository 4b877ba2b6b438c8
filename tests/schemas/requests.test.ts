import { beforeAll, expect, test } from "@jest/globals";
import {
  ChatAnswer,
  ChatRequest,
  OccurrencesAnswer,
  OccurrencesRequest,
  PreferencesPatch,
  TaskDraft,
  TaskPage,
  TaskPatch,
  TaskQuery,
  TravelRequest,
  UndoRequest,
  WhenAnswer,
  WhenRequest,
} from "@todo-mesh/contracts";
import { AppError } from "@todo-mesh/ports";
import * as fc from "fast-check";
import { z } from "zod";
import { operationsOf } from "../../services/chat-api/src/inbound/operations-of.ts";
import { aChatApi, type ChatApi } from "../../services/chat-api/test/a-chat-api.ts";
import { requestsOf } from "./requests-of.ts";

const userId = "ada";
let api: ChatApi;
beforeAll(async () => {
  api = await aChatApi();
});

/** Nothing that is let in is a fault of ours; what is refused names what is at fault. */
async function isSound(work: () => unknown, answer: z.ZodType): Promise<void> {
  try {
    answer.parse(JSON.parse(JSON.stringify(await work())));
  } catch (error) {
    if (!(error instanceof AppError) || error.kind === "bug") throw error;
    if (error.kind === "invalid" && error.fields.length === 0) throw error;
  }
}

const played = async <Schema extends z.ZodType>(
  schema: Schema,
  work: (request: z.output<Schema>) => unknown,
  answer: z.ZodType = z.unknown(),
): Promise<void> => {
  const play = async (request: unknown): Promise<void> => {
    const { data } = schema.safeParse(request);
    if (data !== undefined) await isSound(() => work(data), answer);
  };
  await fc.assert(fc.asyncProperty(requestsOf(schema), play), { numRuns: 200 });
};

test("whatever adds, changes or lists tasks is carried out or refused by its field", async () => {
  const { actions, changeTasks: change } = api.publicDeps;
  await expect(
    played(TaskDraft, (task) => change({ userId }, { op: "create", task })),
  ).resolves.toBeUndefined();
  const { id } = await api.addTask({
    title: "x",
    due: { local: "2026-12-03T08:00", floating: true },
  });
  await expect(
    played(TaskPatch, (task) => change({ userId }, { op: "update", id, task })),
  ).resolves.toBeUndefined();
  await expect(
    played(actions.batchRequest, (batch) =>
      api.publicDeps.changeInBatch({ userId }, operationsOf(actions.operation, batch)),
    ),
  ).resolves.toBeUndefined();
  await expect(
    played(TravelRequest, ({ timezone }) => api.publicDeps.travel({ userId }, timezone)),
  ).resolves.toBeUndefined();
  await expect(
    played(UndoRequest, (named) => api.publicDeps.undoChanges({ userId }, named)),
  ).resolves.toBeUndefined();
  await expect(
    played(PreferencesPatch, (patch) =>
      api.publicDeps.changePreferences({ userId }, patch, undefined),
    ),
  ).resolves.toBeUndefined();
  await expect(
    played(TaskQuery, (query) => api.publicDeps.listTasks(userId, query), TaskPage),
  ).resolves.toBeUndefined();
}, 300_000);

test("whatever asks about times is answered, or refused by its field", async () => {
  const { when } = api.publicDeps;
  await expect(
    played(WhenRequest, (asked) => when.meaning(userId, asked), WhenAnswer),
  ).resolves.toBeUndefined();
  await expect(
    played(OccurrencesRequest, (asked) => when.occurrences(userId, asked), OccurrencesAnswer),
  ).resolves.toBeUndefined();
}, 300_000);

const say = (request: ChatRequest) =>
  api.turns.take({ userId, request, idempotency: undefined }, () => undefined);

test("whatever is said is answered", async () => {
  await expect(played(ChatRequest, say, ChatAnswer)).resolves.toBeUndefined();
}, 300_000);

const PHRASES = [
  "in 9000 years",
  "in 999999999 days",
  "in 0 minutes",
  "on 31 December 9999",
  "on 1 January 0001",
  "every 9999 years",
  "every second",
  "every minute",
  "on 9999-12-31 at 23:59",
  "yesterday",
  "on 29 February",
  "at 02:30 on 28 March 2027",
  "in 8000 years at 9",
  "10 days before",
  "every day until 9999-12-31",
  "in 7971 years",
  "on 1969-12-31",
  "every 400 years",
];

test.each(PHRASES)(
  "a time at the end of all calendars is answered at each door: %s",
  async (phrase) => {
    for (const timezone of ["UTC", "Etc/GMT+12", "Pacific/Kiritimati"]) {
      const { when } = api.publicDeps;
      const asked = { text: `pay ${phrase}`, timezone };
      const meant = isSound(() => when.meaning(userId, asked), WhenAnswer);
      await expect(meant).resolves.toBeUndefined();
      for (const message of [`remind me to pay ${phrase}`, `add pay ${phrase}`, `pay ${phrase}`]) {
        const said = isSound(() => say({ message, timezone }), ChatAnswer);
        await expect(said).resolves.toBeUndefined();
      }
    }
  },
  120_000,
);
