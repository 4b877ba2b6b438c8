import { expect, test } from "@jest/globals";
import { BatchAnswer, ChangePage, Task, TaskPage, UndoAnswer } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { type Person, person } from "../support/person.ts";

const titles = async (who: Person): Promise<string[]> =>
  TaskPage.parse((await who.ask("GET", "/tasks?limit=200")).json).items.map(({ title }) => title);
const changes = async (who: Person) =>
  ChangePage.parse((await who.ask("GET", "/changes?limit=200")).json).items;

async function undo(who: Person, which: object = {}): Promise<UndoAnswer> {
  const answer = await who.ask("POST", "/undo", { body: which });
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  return UndoAnswer.parse(answer.json);
}

export function undoing(mesh: () => Mesh): void {
  test("the journal has what was done on either replica, by whom, in order", async () => {
    const [ida, idaElsewhere] = [
      await person(mesh(), "undo-ida"),
      await person(mesh(), "undo-ida", 1),
    ];
    const task = await ida.addTask("buy milk");
    await idaElsewhere.ask("PATCH", `/tasks/${task.id}`, { body: { title: "buy bread" } });
    const said = await ida.say("done with bread");
    expect(await changes(idaElsewhere)).toMatchObject([
      { verb: "completed", by: "assistant", turn_id: said.turn_id, version: 3 },
      { verb: "updated", by: "api", before: { title: "buy milk" }, after: { title: "buy bread" } },
      { verb: "created", by: "api", id: task.change_id },
    ]);
  });

  test("“undo that” in the chat takes back the whole turn, and the reminder comes again", async () => {
    const jim = await person(mesh(), "undo-jim");
    const { conversation_id } = await jim.say("remind me to blink in 4 seconds", {
      timezone: "UTC",
    });
    await jim.say("delete blink", { conversation_id });
    const undone = await jim.say("undo that", { conversation_id });
    expect(undone.response).toBe("I took that back: “blink” is back on your list.");
    await until("it rang", async () => (await jim.inbox()).length === 1);
  });

  test("a whole batch is taken back after both replicas were killed and started again", async () => {
    const kim = await person(mesh(), "undo-kim");
    const operations = Array.from({ length: 45 }, (_, n) => ({
      op: "create",
      task: { title: `${n}` },
    }));
    const batch = BatchAnswer.parse(
      (await kim.ask("POST", "/tasks/batch", { body: { operations } })).json,
    );
    const after = await kim.addTask("after it");
    for (const replica of ["chat-api-1", "chat-api-2"]) {
      await mesh().part(replica).kill();
      await mesh().part(replica).start();
    }
    const { changes: made } = await undo(kim, { batch_id: batch.batch_id });
    expect(made).toHaveLength(45);
    expect(await titles(kim)).toEqual([after.title]);
    const again = await kim.ask("POST", "/undo", { body: { batch_id: batch.batch_id } });
    expect([again.status, again.text]).toEqual([
      409,
      expect.stringContaining("taken back already"),
    ]);
  }, 120_000);

  test("what can no longer be undone says why, and changes nothing", async () => {
    const [leo, leoElsewhere] = [
      await person(mesh(), "undo-leo"),
      await person(mesh(), "undo-leo", 1),
    ];
    const { id } = await leo.addTask("red");
    const change = async (who: Person, title: string) =>
      Task.parse((await who.ask("PATCH", `/tasks/${id}`, { body: { title } })).json);
    const first = await change(leo, "blue");
    await change(leoElsewhere, "green");
    const refused = await leo.ask("POST", "/undo", { body: { change_id: first.change_id } });
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining("changed again")]);
    expect(await leo.task(id)).toMatchObject({ title: "green", version: 3 });
    await undo(leo);
    await undo(leoElsewhere);
    expect(await leo.task(id)).toMatchObject({ title: "red", version: 5 });
  });
}
