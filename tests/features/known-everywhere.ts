import { expect, test } from "@jest/globals";
import type { Notification } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { z } from "zod";
import { dueIn, type Person, person } from "../support/person.ts";

const Messages = z.object({ items: z.array(z.looseObject({ id: z.string(), role: z.string() })) });
const Titles = z.object({ items: z.array(z.looseObject({ title: z.string() })) });
const READ = "todo.notification.read.v1";
const nag = { every_minutes: 1, times: 5 };

async function ringingOf(who: Person, more: object = {}): Promise<Notification> {
  await who.ask("POST", "/tasks", { body: { title: "stretch", due: dueIn(500), ...more } });
  const [rang] = await until("it rang", async () => {
    const inbox = await who.inbox();
    return inbox.length > 0 && inbox;
  });
  if (!rang) throw new Error("Nothing rang");
  return rang;
}

export function knownEverywhere(mesh: () => Mesh): void {
  test("what is dismissed on one device is read on every other, as it happens", async () => {
    const [ewa, elsewhere] = [await person(mesh(), "ewa"), await person(mesh(), "ewa", 1)];
    const stream = await elsewhere.watch();
    const rang = await ringingOf(ewa);
    await ewa.say("dismiss stretch");
    await stream.next(READ, (data) => data.includes(rang.id));
    stream.close();
    expect(await elsewhere.inbox()).toMatchObject([{ id: rang.id, read_at: expect.any(String) }]);
  });

  test("what is snoozed is read, and rings again as another notification", async () => {
    const finn = await person(mesh(), "finn");
    const rang = await ringingOf(finn);
    const body = { until: dueIn(2_500) };
    await finn.ask("POST", `/tasks/${rang.task_id}/snooze`, { body });
    const [again, before] = await until("it rang again", async () => {
      const inbox = await finn.inbox();
      return inbox.length > 1 && inbox;
    });
    expect(before).toMatchObject({ id: rang.id, read_at: expect.any(String) });
    expect(again).toMatchObject({ task_id: rang.task_id, due_at: body.until.at });
    expect(again).not.toHaveProperty("read_at");
  });

  test("what is said, renamed, chosen and deleted in one place is heard in every other", async () => {
    const [ivo, elsewhere] = [await person(mesh(), "ivo"), await person(mesh(), "ivo", 1)];
    const stream = await elsewhere.watch();
    const { conversation_id: id } = await ivo.say("add oat milk");
    const ended = await stream.next("todo.turn.ended.v1", (data) => data.includes(id));
    expect(JSON.parse(ended.data)).toMatchObject({
      conversation: { id, title: "add oat milk" },
      interrupted: false,
    });
    await ivo.ask("PATCH", `/conversations/${id}`, { body: { title: "Groceries" } });
    await stream.next("todo.conversation.renamed.v1", (data) => data.includes("Groceries"));
    await ivo.ask("PATCH", "/preferences", { body: { day_reminder: "07:45" } });
    await stream.next("todo.person.preferences-changed.v1", (data) => data.includes("07:45"));
    await ivo.ask("DELETE", `/conversations/${id}`);
    await stream.next("todo.conversation.deleted.v1", (data) => data.includes(id));
    stream.close();
  });

  test("a message said anew leaves one task, also where the answer was given by another replica", async () => {
    const [una, elsewhere] = [await person(mesh(), "una"), await person(mesh(), "una", 1)];
    const { conversation_id: id } = await una.say("add milk");
    const last = async (): Promise<string> => {
      const { json } = await una.ask("GET", `/conversations/${id}`);
      const { items } = Messages.parse(json);
      return items.find(({ role }) => role === "person")?.id ?? "";
    };
    const body = {
      conversation_id: id,
      message: "add soy milk",
      replaces_message_id: await last(),
    };
    const anew = await elsewhere.ask("POST", "/chat", { body });
    expect(anew).toMatchObject({ status: 200, json: { conversation_id: id } });
    await una.ask("POST", `/conversations/${id}/regenerate`, { body: {} });
    const tasks = Titles.parse((await una.ask("GET", "/tasks")).json).items;
    expect(tasks.map(({ title }) => title)).toEqual(["soy milk"]);
  });

  test("who reads what a task nags with has dismissed it, and undo takes that back", async () => {
    const [gil, elsewhere] = [await person(mesh(), "gil"), await person(mesh(), "gil", 1)];
    const rang = await ringingOf(gil, { nag });
    await elsewhere.ask("POST", `/inbox/${rang.id}/read`);
    expect(await gil.task(rang.task_id)).toMatchObject({ acknowledged_at: rang.due_at });
    await gil.ask("POST", "/undo", { body: {} });
    expect(await gil.task(rang.task_id)).not.toHaveProperty("acknowledged_at");
  });
}
