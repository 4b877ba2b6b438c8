import { describe, expect, test } from "@jest/globals";
import { atomically } from "@todo-mesh/state";
import { reminderIdOf } from "../../src/domain/ledger/reminder-ids.ts";
import { keepRemindersInStep } from "../../src/use-cases/keep-reminders-in-step.ts";
import { fireReminders } from "../../src/use-cases/fire-reminders.ts";
import { aService, newsOf } from "../a-service.ts";
import { aTask, at } from "../a-task.ts";
import { chatApiKnows } from "../a-world.ts";

const idOf = (n: number) => `5b0a1f9e-6a0e-4a8e-8f51-${String(n).padStart(12, "0")}`;
const many = (count: number, due = "09:00") =>
  Array.from({ length: count }, (_, n) =>
    aTask({ id: idOf(n), due, title: `no. ${n}`, user_id: n % 2 ? "ada" : "bob" }),
  );

describe("events that come together", () => {
  test("a hundred events are one transaction", async () => {
    const service = aService();
    const { transact } = service.store;
    let transactions = 0;
    service.store.transact = async (writes) => {
      transactions += 1;
      await transact(writes);
    };
    await keepRemindersInStep(service)(many(100).map(newsOf));
    expect(transactions).toBe(1);
  });

  test("several events of one task in a batch count in their order", async () => {
    const service = aService();
    await service.hear(
      aTask({ due: "09:00" }),
      aTask({ due: "09:30", version: 2 }),
      aTask({ due: "10:00", version: 3, title: "call dad" }),
    );
    for (const time of ["09:00", "09:30", "10:00"]) await service.ringAt(time);
    expect(await service.announced()).toMatchObject([{ data: { title: "call dad" } }]);
  });
});

describe("reminders that are due together", () => {
  test("ring a hundred at once", async () => {
    const service = aService();
    await service.hear(...many(100));
    expect(await service.ringAll("09:00")).toBe(0);
    expect(new Set((await service.announced()).map(({ id }) => id)).size).toBe(100);
  });

  test("are asked about in one call for each batch", async () => {
    const service = aService();
    await service.hear(...many(100));
    const timers = many(100).map(({ id }) => ({
      name: reminderIdOf(id, "due"),
      at: at("09:00"),
      data: { task_id: id },
    }));
    await atomically(service.store, (tx) => fireReminders(service)(tx, timers));
    expect(service.invoker.calls).toHaveLength(1);
    expect(await service.announced()).toHaveLength(100);
  });

  test("are announced only where the task stands", async () => {
    const service = aService();
    chatApiKnows(service.invoker, ...many(10).filter(({ id }) => id !== idOf(3)));
    await service.hear(...many(10));
    await service.ringAll("09:00");
    expect(await service.announced()).toHaveLength(9);
  });

  test("ring although one ledger cannot be read: that one fails alone", async () => {
    const service = aService();
    await service.hear(...many(8));
    await service.store.transact([{ put: `ledger:${idOf(5)}`, value: "broken" }]);
    expect(await service.ringAll("09:00")).toBe(1);
    expect(await service.announced()).toHaveLength(7);
  });
});
