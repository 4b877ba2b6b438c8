import { describe, expect, test } from "@jest/globals";
import type { Task } from "@todo-mesh/contracts";
import type { DeadLetter } from "@todo-mesh/dapr";
import request from "supertest";
import { buildApp } from "../src/app.ts";
import { aService, newsOf } from "./a-service.ts";
import { aTask, at } from "./a-task.ts";

const TOKEN = "the token of this test";
const TOPIC = "todo.tasks.events";

function aDoor() {
  const service = aService();
  const refused: DeadLetter[] = [];
  const deadLetters = async (letters: readonly DeadLetter[]) => void refused.push(...letters);
  const app = buildApp({
    ...service,
    components: { pubsub: "pubsub" },
    appToken: TOKEN,
    deadLetters,
  });
  const post = (path: string, body: object = {}) =>
    request(app).post(path).set("dapr-api-token", TOKEN).send(body);
  return { ...service, refused, app, post };
}

const envelope = (task: Task, type = "todo.task.created.v1") => {
  const { id, data } = newsOf(task);
  return { specversion: "1.0", id, type, source: "chat-api", data };
};
const bulk = (...events: readonly unknown[]) => ({
  type: "com.dapr.event.sent.bulk",
  entries: events.map((event, n) => ({
    entryId: String(n),
    event,
    contentType: "application/cloudevents+json",
    metadata: { __key: `user-${n}` },
  })),
});

describe("events at the mesh door", () => {
  test("asks the sidecar for the events of tasks, and of what people choose", async () => {
    const { app } = aDoor();
    const answer = await request(app).get("/dapr/subscribe").set("dapr-api-token", TOKEN);
    expect(answer.body).toMatchObject([
      {
        pubsubname: "pubsub",
        topic: TOPIC,
        route: `/events/${TOPIC}`,
      },
      { topic: "todo.people.events", route: "/events/todo.people.events" },
    ]);
  });

  test("takes a batch in: what is broken is dropped, the rest is planned", async () => {
    const door = aDoor();
    const other = aTask({ id: "5b0a1f9e-6a0e-4a8e-8f51-000000000002", due: "09:30" });
    const answer = await door.post(
      `/events/${TOPIC}`,
      bulk(
        envelope(aTask({ due: "09:00" })),
        { nonsense: true },
        { ...envelope(aTask()), data: { task: "broken" } },
        envelope(other, "todo.task.of-next-year.v7"),
        envelope(other, "todo.task.restored.v1"),
      ),
    );
    const verdicts = answer.body.statuses.map(({ status }: { status: string }) => status);
    expect(verdicts).toEqual(["SUCCESS", "DROP", "DROP", "SUCCESS", "SUCCESS"]);
    expect(door.jobs.scheduled().map((job) => job.at)).toEqual([at("09:00"), at("09:30")]);
  });

  test("tells the owner of a task whose news it refuses, once", async () => {
    const door = aDoor();
    const news = envelope(aTask({ due: "09:00" }));
    const broken = { ...news, data: { ...news.data, task: { ...news.data.task, status: "odd" } } };
    for (let delivered = 0; delivered < 2; delivered += 1) {
      const answer = await door.post(`/events/${TOPIC}`, bulk(broken));
      expect(answer.body.statuses).toMatchObject([{ status: "DROP" }]);
    }
    expect(await door.announced()).toMatchObject([
      { type: "todo.reminder.unplanned.v1", data: { user_id: "ada", title: "call mum" } },
    ]);
  });

  test("asks for an event again while the state store is away", async () => {
    const door = aDoor();
    door.store.setAway(true);
    const answer = await door.post(`/events/${TOPIC}`, envelope(aTask({ due: "09:00" })));
    expect(answer.body).toEqual({ status: "RETRY" });
  });
});

describe("jobs at the mesh door", () => {
  test("a job rings the reminder; one that belongs to nothing is done with", async () => {
    const door = aDoor();
    await door.hear(aTask({ due: "09:00" }));
    door.clock.set(at("09:00"));
    const [job] = door.jobs.scheduled();
    expect((await door.post(`/job/${job?.name}`)).status).toBe(200);
    expect((await door.post("/job/of-nobody.x")).status).toBe(200);
    expect(await door.announced()).toHaveLength(1);
  });

  test("a job that cannot be done rings again", async () => {
    const door = aDoor();
    await door.hear(aTask({ due: "09:00" }));
    door.store.setAway(true);
    const [job] = door.jobs.scheduled();
    expect((await door.post(`/job/${job?.name}`)).status).toBe(503);
  });
});

test.each(["/dapr/subscribe", `/events/${TOPIC}`, "/job/x.y", "/elsewhere"])(
  "%s is closed to whoever does not know the app's token",
  async (path) => {
    const { app } = aDoor();
    const method = path === "/dapr/subscribe" ? "get" : "post";
    expect((await request(app)[method](path)).status).toBe(401);
    const wrong = await request(app)[method](path).set("dapr-api-token", "wrong");
    expect(wrong.status).toBe(401);
    expect(wrong.headers["content-type"]).toContain("application/problem+json");
  },
);

test("anyone may ask whether the process is healthy", async () => {
  const answer = await request(aDoor().app).get("/healthz");
  expect(answer.status).toBe(200);
});

test("what is not there is a problem that says so", async () => {
  const answer = await aDoor().post("/elsewhere");
  expect(answer.status).toBe(404);
  expect(answer.headers["content-type"]).toContain("application/problem+json");
});
