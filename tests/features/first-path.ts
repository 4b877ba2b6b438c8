import { expect, test } from "@jest/globals";
import { NotificationCreated } from "@todo-mesh/contracts/events";
import type { Mesh } from "@todo-mesh/mesh";
import { person } from "../support/person.ts";

export function firstPath(mesh: () => Mesh): void {
  test("a sentence becomes a notification, once, not before its time, on the streams of both replicas", async () => {
    const ada = await person(mesh(), "ada");
    const adaElsewhere = await person(mesh(), "ada", 1);
    const streams = [await ada.watch(), await adaElsewhere.watch()];

    const asked = Date.now();
    const answer = await ada.say("remind me to call mum in 3 seconds", { timezone: "Europe/Rome" });
    expect(answer.response).toMatch(/call mum/);
    expect(answer.response).toMatch(/Europe\/Rome/);
    expect(answer.tool_calls).toMatchObject([{ name: "add_task" }]);

    const seen = await Promise.all(
      streams.map((stream) => stream.next("todo.notification.created.v1")),
    );
    const [shown, shownElsewhere] = seen.map(
      ({ data }) => NotificationCreated.data.parse(JSON.parse(data)).notification,
    );
    expect(shown).toMatchObject({ title: "call mum", kind: "reminder", late: false });
    expect(shownElsewhere).toEqual(shown);

    const due = Date.parse(shown?.due_at ?? "");
    expect(due).toBeGreaterThanOrEqual(asked + 3_000);
    expect(Math.min(...seen.map(({ seenAt }) => seenAt))).toBeGreaterThanOrEqual(due);
    expect(await ada.inbox()).toEqual([shown]);
    for (const stream of streams) {
      expect(
        stream.seen.filter(({ event }) => event === "todo.notification.created.v1"),
      ).toHaveLength(1);
      stream.close();
    }
  });

  test("what was said to one replica is on the list of the other, and can be completed there", async () => {
    const [bob, bobElsewhere] = [await person(mesh(), "bob"), await person(mesh(), "bob", 1)];
    const first = await bob.say("add buy milk");
    const listed = await bobElsewhere.say("what's on my list?", {
      conversation_id: first.conversation_id,
    });
    expect(listed.response).toContain("buy milk");
    expect((await bobElsewhere.say("done with milk")).response).toContain("buy milk");
    expect((await bob.ask("GET", "/tasks?status=open")).json).toEqual({ items: [] });
  });

  test("a read notification stays read, and the other replica's stream hears of it", async () => {
    const [cleo, cleoElsewhere] = [await person(mesh(), "cleo"), await person(mesh(), "cleo", 1)];
    const stream = await cleoElsewhere.watch();
    await cleo.addTask("feed the cat", 500);
    const created = await stream.next("todo.notification.created.v1");
    const { notification } = NotificationCreated.data.parse(JSON.parse(created.data));
    const read = await cleo.ask("POST", `/inbox/${notification.id}/read`);
    expect(read.status).toBe(200);
    await stream.next("todo.notification.read.v1", (data) => data.includes(notification.id));
    expect(await cleo.inbox()).toEqual([{ ...notification, read_at: expect.any(String) }]);
    stream.close();
  });

  test("the chat's own stream tells the turn as it happens", async () => {
    const dan = await person(mesh(), "dan");
    const answer = await dan.ask("POST", "/chat", {
      body: { message: "add water the plants" },
      headers: { accept: "text/event-stream" },
    });
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    const names = [...answer.text.matchAll(/^event: ?(.*)$/gm)].map(([, name]) => name);
    expect(names[0]).toBe("turn.started");
    expect(names).toEqual(expect.arrayContaining(["tool.started", "tool.finished", "text.delta"]));
    expect(names.at(-1)).toBe("turn.finished");
  });
}
