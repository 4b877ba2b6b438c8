import { expect, test } from "@jest/globals";
import { Task } from "@todo-mesh/contracts";
import { TASKS_TOPIC } from "@todo-mesh/contracts/events";
import type { Mesh } from "@todo-mesh/mesh";
import { z } from "zod";
import { until } from "@todo-mesh/ports/testing";
import { broker } from "../support/broker.ts";
import { person } from "../support/person.ts";

const Page = z.object({ items: z.array(Task), next_cursor: z.string().optional() });

export function twoWriters(mesh: () => Mesh): void {
  test("with one version: one wins, the other gets 412, and the winner's change stands", async () => {
    const [lea, leaElsewhere] = [await person(mesh(), "lea"), await person(mesh(), "lea", 1)];
    const task = await lea.addTask("paint the fence");
    const paint = (who: typeof lea, colour: string) =>
      who.ask("PATCH", `/tasks/${task.id}`, {
        body: { title: `paint it ${colour}` },
        headers: { "if-match": '"1"' },
      });
    const [red, blue] = await Promise.all([paint(lea, "red"), paint(leaElsewhere, "blue")]);
    expect(new Set([red.status, blue.status])).toEqual(new Set([200, 412]));
    const winner = red.status === 200 ? "paint it red" : "paint it blue";
    expect(await leaElsewhere.task(task.id)).toMatchObject({ title: winner, version: 2 });
  });

  test("on two replicas at once: every acknowledged task is on the list and on the topic, once", async () => {
    const [max, maxElsewhere] = [await person(mesh(), "max"), await person(mesh(), "max", 1)];
    const made = await Promise.all(
      Array.from({ length: 60 }, (_, i) => (i % 2 ? max : maxElsewhere).addTask(`task ${i}`)),
    );
    const { items } = Page.parse((await max.ask("GET", "/tasks?limit=200")).json);
    expect(items.map(({ id }) => id).toSorted()).toEqual(made.map(({ id }) => id).toSorted());
    await until("all are on the topic", async () => {
      const values = (await broker(mesh()).all(TASKS_TOPIC)).map(
        ({ value }) => value?.toString() ?? "",
      );
      return made.every(({ id }) => values.some((value) => value.includes(id)));
    });
  });

  test("the same idempotency key twice, even on another replica: the same bytes, and one task", async () => {
    const [ned, nedElsewhere] = [await person(mesh(), "ned"), await person(mesh(), "ned", 1)];
    const ask = { body: { title: "only once" }, headers: { "idempotency-key": "k-1" } };
    const [first, second] = [
      await ned.ask("POST", "/tasks", ask),
      await nedElsewhere.ask("POST", "/tasks", ask),
    ];
    expect(first.status).toBe(201);
    expect([second.status, second.text]).toEqual([first.status, first.text]);
    expect(Page.parse((await ned.ask("GET", "/tasks")).json).items).toHaveLength(1);

    const other = await ned.ask("POST", "/tasks", { ...ask, body: { title: "something else" } });
    expect(other.status).toBe(422);
    expect(other.json).toMatchObject({ type: "urn:todo-mesh:problem:key-reused" });
  });

  test("the same idempotency key twice in the chat: the same answer, and one task", async () => {
    const oda = await person(mesh(), "oda");
    const ask = { body: { message: "add buy bread" }, headers: { "idempotency-key": "turn-1" } };
    const both = await Promise.all([oda.ask("POST", "/chat", ask), oda.ask("POST", "/chat", ask)]);
    const again = await oda.ask("POST", "/chat", ask);
    expect(again.status).toBe(200);
    for (const answer of both.filter(({ status }) => status === 200))
      expect(answer.text).toBe(again.text);
    expect(Page.parse((await oda.ask("GET", "/tasks")).json).items).toHaveLength(1);
  });
}
