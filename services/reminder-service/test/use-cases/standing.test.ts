import { describe, expect, test } from "@jest/globals";
import { AppError } from "@todo-mesh/ports";
import { aService } from "../a-service.ts";
import { aTask, at } from "../a-task.ts";
import { chatApiSays, type World } from "../a-world.ts";

const due = (time: string) => at(time).toISOString();

describe("before it rings, chat-api is asked whether the task stands", () => {
  test("what was completed while the news is still on its way stays silent", async () => {
    const service = aService();
    chatApiSays(service.invoker, () => ({ stands: false }));
    await service.hear(aTask({ due: "09:00" }));
    await service.ringAt("09:00");
    expect(await service.announced()).toEqual([]);
    await service.hear(aTask({ due: "09:00", version: 2, status: "done", changed: "08:59" }));
    await service.ringAt("09:01");
    expect(await service.announced()).toEqual([]);
  });

  test("what was moved while the news is still on its way rings at its new time", async () => {
    const service = aService();
    chatApiSays(service.invoker, ({ due_at }) => ({ stands: due_at === due("09:30") }));
    await service.hear(aTask({ due: "09:00" }));
    await service.ringAt("09:00");
    await service.hear(aTask({ due: "09:30", version: 2, changed: "08:59" }));
    await service.ringAt("09:30");
    expect(await service.announced()).toMatchObject([{ data: { due_at: due("09:30") } }]);
  });

  test("the title is the one of now", async () => {
    const service = aService();
    chatApiSays(service.invoker, () => ({ stands: true, title: "call mum at home" }));
    await service.hear(aTask({ due: "09:00" }));
    await service.ringAt("09:00");
    expect(await service.announced()).toMatchObject([{ data: { title: "call mum at home" } }]);
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
