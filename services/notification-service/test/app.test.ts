import { describe, expect, test } from "@jest/globals";
import { InboxPage, Notification, Problem } from "@todo-mesh/contracts";
import { type ReminderDue } from "@todo-mesh/contracts/events";
import { quietLogger } from "@todo-mesh/kit/testing";
import type { DeadLetter } from "@todo-mesh/dapr";
import request from "supertest";
import { buildApp } from "../src/app.ts";
import { aReminder } from "./a-reminder.ts";
import { anInbox, eventOf } from "./an-inbox.ts";

const TOKEN = "the token of this test";
const TOPIC = "todo.reminders.events";

function aDoor() {
  const inbox = anInbox();
  const refused: DeadLetter[] = [];
  const deadLetters = async (letters: readonly DeadLetter[]) => void refused.push(...letters);
  const app = buildApp({
    ...inbox,
    log: quietLogger(),
    components: { pubsub: "pubsub" },
    appToken: TOKEN,
    deadLetters,
  });
  const call = (method: "get" | "post", path: string, caller = "chat-api") =>
    request(app)[method](path).set({ "dapr-api-token": TOKEN, "dapr-caller-app-id": caller });
  /** As the sidecar brings events: in nobody's name. */
  const bring = (method: "get" | "post", path: string) =>
    request(app)[method](path).set({ "dapr-api-token": TOKEN });
  return { ...inbox, refused, app, call, bring };
}

const envelope = (data: ReminderDue) => ({
  specversion: "1.0",
  id: data.occurrence_id,
  type: "todo.reminder.due.v1",
  source: "reminder-service",
  data,
});
const ofAda = (type: string, data: object) => ({
  specversion: "1.0",
  id: type,
  type,
  source: "chat-api",
  data: { user_id: "ada", ...data },
});
const bulk = (...events: readonly unknown[]) => ({
  type: "com.dapr.event.sent.bulk",
  entries: events.map((event, n) => ({ entryId: String(n), event })),
});

describe("events at the mesh door", () => {
  test("the sidecar is asked for the events of reminders, and of people who go", async () => {
    const answer = await aDoor().bring("get", "/dapr/subscribe");
    expect(answer.body).toMatchObject(
      [TOPIC, "todo.people.events", "todo.tasks.events"].map((topic) => ({
        pubsubname: "pubsub",
        topic,
        route: `/events/${topic}`,
      })),
    );
  });

  test.each([
    ["person", "people"],
    ["user", "tasks"],
  ])(
    "after todo.%s.erased on the topic of %s there is no inbox any more; what else befalls them is no news here",
    async (who, topic) => {
      const door = aDoor();
      await door.show([aReminder(), aReminder({ user_id: "bob" })].map(eventOf));
      const gone = ofAda(`todo.${who}.erased.v1`, { erased_at: "2026-11-22T08:00:10.000Z" });
      const answer = await door
        .bring("post", `/events/todo.${topic}.events`)
        .send(bulk(ofAda("todo.task.created.v1", { task: "whatever" }), gone));
      expect(answer.body.statuses).toMatchObject([{ status: "SUCCESS" }, { status: "SUCCESS" }]);
      expect([await door.titles(), await door.titles("bob")]).toEqual([[], ["call mum"]]);
    },
  );

  test("of a batch, what is broken is dropped and the rest is shown", async () => {
    const door = aDoor();
    const [one, other] = [aReminder({ title: "one" }), aReminder({ title: "other" })];
    const broken = { ...envelope(aReminder()), data: { user_id: "ada" } };
    const answer = await door
      .bring("post", `/events/${TOPIC}`)
      .send(bulk(envelope(one), broken, envelope(other), envelope(one)));
    const verdicts = answer.body.statuses.map(({ status }: { status: string }) => status);
    expect(verdicts).toEqual(["SUCCESS", "DROP", "SUCCESS", "SUCCESS"]);
    expect(await door.titles()).toEqual(["other", "one"]);
  });

  test("what is meant for an inbox that cannot be read goes to the dead letters alone; the others are shown", async () => {
    const door = aDoor();
    await door.store.transact([{ put: "inbox:bob", value: "broken" }]);
    const answer = await door
      .bring("post", `/events/${TOPIC}`)
      .send(bulk(envelope(aReminder({ user_id: "bob" })), envelope(aReminder())));
    const verdicts = answer.body.statuses.map(({ status }: { status: string }) => status);
    expect(verdicts).toEqual(["DROP", "SUCCESS"]);
    expect(await door.titles()).toEqual(["call mum"]);
  });

  test("an event is asked for again while the state store is away", async () => {
    const door = aDoor();
    door.store.setAway(true);
    const answer = await door.bring("post", `/events/${TOPIC}`).send(envelope(aReminder()));
    expect(answer.body).toEqual({ status: "RETRY" });
  });
});

describe("what chat-api asks", () => {
  test("a page of an inbox, and the page after it", async () => {
    const door = aDoor();
    await door.show(["first", "second", "third"].map((title) => eventOf(aReminder({ title }))));
    const page = InboxPage.parse((await door.call("get", "/inbox/ada?limit=2")).body);
    expect(page.items.map(({ title }) => title)).toEqual(["third", "second"]);
    const rest = await door.call("get", `/inbox/ada?limit=2&cursor=${page.next_cursor}`);
    expect(InboxPage.parse(rest.body).items.map(({ title }) => title)).toEqual(["first"]);
    expect(rest.body).not.toHaveProperty("next_cursor");
  });

  test("to mark one as read: the second time answers the same", async () => {
    const door = aDoor();
    const due = aReminder();
    await door.show([eventOf(due)]);
    const path = `/inbox/ada/${due.occurrence_id}/read`;
    const first = await door.call("post", path);
    door.clock.advance(60_000);
    expect(Notification.parse(first.body).read_at).toBeDefined();
    expect((await door.call("post", path)).text).toBe(first.text);
  });

  test("a user whose name needs encoding is the same user", async () => {
    const door = aDoor();
    const user = "auth0|a/b%c";
    await door.show([eventOf(aReminder({ user_id: user }))]);
    const answer = await door.call("get", `/inbox/${encodeURIComponent(user)}`);
    expect(InboxPage.parse(answer.body).items).toHaveLength(1);
  });
});

describe("what chat-api may not ask", () => {
  test.each([
    ["a limit of 0", "limit=0", "limit"],
    ["a limit of 201", "limit=201", "limit"],
    ["a limit that is no number", "limit=many", "limit"],
    ["a cursor of another list", "cursor=01a2028f-9c8f", "cursor"],
    ["a field nobody knows", "colour=red", "colour"],
  ])("%s is refused by name", async (_what, query, field) => {
    const answer = await aDoor().call("get", `/inbox/ada?${query}`);
    expect(answer.status).toBe(400);
    expect(Problem.parse(answer.body).errors?.[0]?.field).toBe(field);
  });

  test.each([aReminder().occurrence_id, "not-an-id"])("%s, unknown, is not found", async (id) => {
    const answer = await aDoor().call("post", `/inbox/ada/${id}/read`);
    expect(answer.status).toBe(404);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
  });

  test("while the state store is away the answer is 503", async () => {
    const door = aDoor();
    door.store.setAway(true);
    expect((await door.call("get", "/inbox/ada")).status).toBe(503);
  });
});

describe("who is not let in", () => {
  test.each(["/inbox/ada", "/dapr/subscribe", "/elsewhere"])(
    "%s without the app's token",
    async (path) => {
      expect((await request(aDoor().app).get(path)).status).toBe(401);
    },
  );

  test("events without the app's token", async () => {
    const answer = await request(aDoor().app).post(`/events/${TOPIC}`).send(envelope(aReminder()));
    expect(answer.status).toBe(401);
  });

  test.each(["reminder-service", "notification-service", ""])("%j at the inbox", async (caller) => {
    expect((await aDoor().call("get", "/inbox/ada", caller)).status).toBe(403);
  });

  test("but anyone may ask whether the process is healthy", async () => {
    expect((await request(aDoor().app).get("/healthz")).status).toBe(200);
  });
});
