import { describe, expect, test } from "@jest/globals";
import { TaskCheckRequest } from "@todo-mesh/contracts";
import { AppError } from "@todo-mesh/ports";
import { reminderIdOf } from "../../src/domain/ledger/reminder-ids.ts";
import { aService } from "../a-service.ts";
import { aTask, at, TASK_ID } from "../a-task.ts";
import { chatApiKnows, chatApiSays, type World } from "../a-world.ts";

const OTHER_ID = "5b0a1f9e-6a0e-4a8e-8f51-00000000beef";
const due = (time: string) => at(time).toISOString();

describe("before it rings, chat-api is asked what has become of the task", () => {
  test("by the version that the ledger knows", async () => {
    const service = aService();
    await service.hear(aTask({ due: "09:00", version: 3 }));
    await service.ringAt("09:00");
    const tasks = [{ user_id: "ada", task_id: TASK_ID, version: 3 }];
    expect(service.invoker.calls).toMatchObject([
      { app: "chat-api", path: "tasks/standing", body: { tasks }, timeoutMs: 300 },
    ]);
  });

  test("once, though several of its reminders are due", async () => {
    const service = aService();
    const at9 = at("09:00").toISOString();
    const reminders = [{ minutes: 0 }, { minutes: -10 }, { days: 0, time: "09:55" }];
    await service.hear(aTask({ due: "09:00", reminders }));
    expect(await service.ringAll("09:00")).toBe(0);
    expect(service.invoker.calls).toHaveLength(1);
    const events = await service.announced();
    expect(events).toHaveLength(3);
    expect(events).toContainEqual(
      expect.objectContaining({ data: expect.objectContaining({ due_at: at9 }) }),
    );
  });

  test("not at all when the ledger itself wants nothing any more", async () => {
    const service = aService();
    await service.hear(aTask({ due: "09:00" }));
    await service.hear(aTask({ due: "09:00", version: 2, status: "done" }));
    await service.ringAll("09:00");
    expect(service.invoker.calls).toEqual([]);
  });
});

describe("when the task has changed and the news is still on its way", () => {
  const created = aTask({ due: "09:00" });

  test.each([
    ["completed", aTask({ due: "09:00", version: 2, changed: "08:59", status: "done" })],
    ["deleted", aTask({ due: "09:00", version: 2, changed: "08:59", deleted_at: due("08:59") })],
    ["without its reminders", aTask({ due: "09:00", version: 2, changed: "08:59", reminders: [] })],
  ])("one that is %s stays silent, also when the news has come", async (_how, task) => {
    const service = aService();
    await service.hear(created);
    chatApiKnows(service.invoker, task);
    await service.ringAt("09:00");
    await service.hear(task);
    await service.ringAt("09:01");
    expect(await service.announced()).toEqual([]);
  });

  test("one that was moved rings at its new time, though the news never comes", async () => {
    const service = aService();
    await service.hear(created);
    chatApiKnows(service.invoker, aTask({ due: "09:30", version: 2, changed: "08:59" }));
    await service.ringAt("09:00");
    expect(await service.announced()).toEqual([]);
    await service.ringAt("09:30");
    expect(await service.announced()).toMatchObject([
      { data: { due_at: due("09:30"), task_version: 2 } },
    ]);
  });

  test("one that was renamed rings under its new name, once, and the news is no news", async () => {
    const service = aService();
    const renamed = aTask({ due: "09:00", version: 2, changed: "08:59", title: "call dad" });
    await service.hear(created);
    chatApiKnows(service.invoker, renamed);
    await service.ringAt("09:00");
    await service.hear(renamed);
    await service.ringAt("09:01");
    expect(await service.announced()).toMatchObject([{ data: { title: "call dad" } }]);
  });

  test("one of which chat-api knows nothing any more is silent from then on", async () => {
    const service = aService();
    await service.hear(aTask({ due: "09:00", reminders: [{ minutes: 0 }, { minutes: 10 }] }));
    chatApiKnows(service.invoker);
    await service.ringAt("09:00");
    chatApiSays(service.invoker, () => ({ standing: "same" }));
    await service.ringAt("09:10");
    expect(await service.announced()).toEqual([]);
    expect(await service.timers.look([reminderIdOf(TASK_ID, "minutes:10")])).toEqual([]);
  });
});

test.each<[string, (invoker: World["invoker"]) => void]>([
  ["is away", (invoker) => invoker.setAway("chat-api")],
  ["answers nonsense", (invoker) => invoker.on("chat-api", "tasks/standing", () => "what?")],
  [
    "speaks of fewer tasks than asked",
    (invoker) => invoker.on("chat-api", "tasks/standing", () => ({ tasks: [] })),
  ],
  [
    "speaks of another task",
    (invoker) =>
      chatApiSays(invoker, () => ({
        standing: "changed",
        task: aTask({ id: "5b0a1f9e-6a0e-4a8e-8f51-00000000000f", version: 9, status: "done" }),
      })),
  ],
  [
    "has no such method",
    (invoker) =>
      invoker.on("chat-api", "tasks/standing", () => {
        throw new AppError("not-found", "no such method");
      }),
  ],
])("when chat-api %s, the reminder rings", async (_how, arrange) => {
  const service = aService();
  arrange(service.invoker);
  await service.hear(aTask({ due: "09:00" }));
  await service.ringAt("09:00");
  expect(await service.announced()).toMatchObject([{ data: { title: "call mum" } }]);
});

test("what chat-api does not know of one rings, and what it knows of the others in the same answer holds", async () => {
  const service = aService();
  const [hers, his] = [aTask({ due: "09:00" }), aTask({ id: OTHER_ID, due: "09:00" })];
  await service.hear(hers, his);
  service.invoker.on("chat-api", "tasks/standing", ({ body }) => ({
    tasks: TaskCheckRequest.parse(body).tasks.map(({ task_id }) => ({
      standing: task_id === TASK_ID ? "unknown" : "gone",
    })),
  }));
  expect(await service.ringAll("09:00")).toBe(0);
  expect(await service.announced()).toMatchObject([{ data: { task_id: TASK_ID } }]);
});
