import { expect, test } from "@jest/globals";
import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { dueIn, type Person, person } from "../support/person.ts";

export function changesMoveReminders(mesh: () => Mesh): void {
  test("a task moved to later rings later, once, with its new title", async () => {
    const fay = await person(mesh(), "fay");
    const task = await fay.addTask("call the bank", 1_500);
    const due = dueIn(4_000);
    await fay.ask("PATCH", `/tasks/${task.id}`, { body: { title: "visit the bank", due } });
    expect(await afterwards(fay, 2_500)).toEqual([]);
    const shown = await until("it rings", async () =>
      (await fay.inbox()).find(({ task_id }) => task_id === task.id),
    );
    expect(shown).toMatchObject({ title: "visit the bank", due_at: due.at });
    expect(Date.parse(shown.created_at)).toBeGreaterThanOrEqual(Date.parse(due.at));
  });

  test("a task moved to sooner rings sooner, and not again at the old time", async () => {
    const gus = await person(mesh(), "gus");
    const task = await gus.addTask("leave for the train", 4_000);
    await gus.ask("PATCH", `/tasks/${task.id}`, { body: { due: dueIn(1_000) } });
    await until("it rings", async () => (await gus.inbox()).length === 1, 3_000);
    expect(await afterwards(gus, 5_000)).toEqual(["leave for the train"]);
  });

  test.each([
    ["completed", "POST", "/complete"],
    ["deleted", "DELETE", ""],
  ])("a task that is %s in time does not ring", async (verb, method, path) => {
    const hal = await person(mesh(), `hal-${verb}`);
    const task = await hal.addTask("nothing to see", 2_000);
    expect((await hal.ask(method, `/tasks/${task.id}${path}`)).status).toBe(200);
    expect(await afterwards(hal, 3_000)).toEqual([]);
  });

  test("a task whose due time is taken away does not ring; reopened with a due time ahead it does", async () => {
    const ida = await person(mesh(), "ida");
    const quiet = await ida.addTask("no hurry", 2_000);
    await ida.ask("PATCH", `/tasks/${quiet.id}`, { body: { due: null } });
    const again = await ida.addTask("not done after all", 2_500);
    await ida.ask("POST", `/tasks/${again.id}/complete`);
    await ida.ask("POST", `/tasks/${again.id}/reopen`);
    expect(await afterwards(ida, 3_500)).toEqual(["not done after all"]);
  });
}

// A later reminder of the same person proves that the moment of the silenced one has gone by.
async function afterwards(who: Person, dueInMs: number): Promise<string[]> {
  await who.addTask("the moment after", dueInMs);
  const shown = async () => (await who.inbox()).map(({ title }) => title);
  await until("the moment after has come", async () =>
    (await shown()).includes("the moment after"),
  );
  return (await shown()).filter((title) => title !== "the moment after");
}
