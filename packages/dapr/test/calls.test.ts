import { beforeEach, describe, expect, test } from "@jest/globals";
import { SERVICES } from "@todo-mesh/contracts";
import { CALLS, type CallMethod, defineCall } from "@todo-mesh/contracts/calls";
import { callOf, callRouter, serve, type Served, verbOf } from "@todo-mesh/dapr";
import { problemHandler, requestScope } from "@todo-mesh/kit";
import { quietLogger } from "@todo-mesh/kit/testing";
import { inMemoryInvoker } from "@todo-mesh/ports/testing";
import express, { type Router } from "express";
import request from "supertest";
import { z } from "zod";

const log = quietLogger();
const doorOf = (...routes: Router[]) =>
  express()
    .use(requestScope({ log }), ...routes)
    .use((_req, res) => void res.json({ let: "in" }))
    .use(problemHandler(log));

const namedBy = (caller?: string) => (caller === undefined ? {} : { "dapr-caller-app-id": caller });

const served = (app: string): Served[] =>
  CALLS.filter((call) => call.app === app).map((call) => serve(call, async () => ({})));

async function called(app: (typeof SERVICES)[number], at: string, caller?: string) {
  const [method = "", path = ""] = at.split(" ");
  const verb = method === "GET" ? "get" : "post";
  const door = request(doorOf(callRouter(app, served(app))));
  const { status, body } = await door[verb](path).set(namedBy(caller)).send({ tasks: [] });
  return status === 403 ? String(body.detail) : "let in";
}

describe("who may call what", () => {
  test.each(CALLS)(
    "$name is for the callers that it names, and others are told so",
    async (call) => {
      const id = "01900000-0000-7000-8000-00000000dead";
      const at = `${call.method} ${call.path.replace(":user_id", "ada").replace(":id", id)}`;
      const callers: readonly string[] = call.callers;
      const others = [...SERVICES, "stranger"].filter((one) => !callers.includes(one));
      for (const caller of callers) expect(await called(call.app, at, caller)).toBe("let in");
      for (const other of others)
        expect(await called(call.app, at, other)).toBe(
          `${call.name} is for ${callers.join(", ")}, not for ${other}`,
        );
      for (const nobody of ["", undefined])
        expect(await called(call.app, at, nobody)).toContain("not for nobody by name");
    },
  );

  test("a service calls nothing that no line names, be it an event, a job or a repair", async () => {
    for (const path of ["/rearm", "/job/x", "/events/todo.tasks.events", "/dapr/subscribe", "/"])
      for (const app of SERVICES)
        expect(await called(app, `POST ${path}`, "chat-api")).toBe(
          `${app} has nothing here that chat-api may call`,
        );
  });

  test("what the sidecar brings of itself names no caller, and is let in", async () => {
    expect(await called("chat-api", "POST /events/todo.tasks.events")).toBe("let in");
    expect(await called("reminder-service", "POST /job/x")).toBe("let in");
  });

  test("a service that does not serve what the table says does not start", () => {
    const [, ...some] = served("notification-service");
    expect(() => callRouter("notification-service", some)).toThrow(
      "notification-service serves FindNotifications, MarkRead, MarkSeveralRead, and the table of calls says FindNotifications, MarkRead, MarkSeveralRead, ReadInbox",
    );
    expect(() => callRouter("reminder-service", served("chat-api"))).toThrow(
      "reminder-service serves CheckTasks, and the table of calls says ExportReminders, ListReminders, ReadReminder",
    );
  });
});

describe("the table of calls", () => {
  test("each call has a name of its own, and a place of its own on its callee", () => {
    const names = CALLS.map(({ name }) => name);
    const places = CALLS.map(({ app, method, path }) => `${app} ${method} ${path}`);
    expect([new Set(names).size, new Set(places).size]).toEqual([CALLS.length, CALLS.length]);
  });

  test.each(CALLS)("the path of $name has nothing but fields of its request", (call) => {
    for (const [, field = ""] of call.path.matchAll(/:(\w+)/g))
      expect(call.request.shape).toHaveProperty(field);
  });

  test.each(CALLS)("a request of $name with a field that nobody knows is refused", (call) => {
    expect(call.request.safeParse({ colour: "red" }).error?.issues).toContainEqual(
      expect.objectContaining({ code: "unrecognized_keys", keys: ["colour"] }),
    );
  });
});

/** A call of each method, and both its ends: what is asked is answered back. */
function bothEnds(method: CallMethod) {
  const call = defineCall({
    app: "chat-api",
    name: "Echo",
    method,
    path: "/of/:user_id/:id",
    request: z.strictObject({
      user_id: z.string().max(20),
      id: z.string().regex(/^[^x]/),
      text: z.string().optional(),
      count: z.coerce.number().default(7),
    }),
    answer: z.object({ request: z.unknown(), caller: z.string(), key: z.string().optional() }),
    callers: ["reminder-service"],
    timeoutMs: 300,
  });
  const { route } = serve(call, async (given, { caller, idempotency }) => ({
    request: given,
    caller,
    key: idempotency?.key,
  }));
  const invoker = inMemoryInvoker();
  invoker.on("chat-api", "*", async ({ path, body, idempotencyKey }) => {
    const door = request(doorOf(route));
    const key = idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey };
    const headers = { ...namedBy("reminder-service"), ...key };
    const asked = door[verbOf(call)](`/${path}`).set(headers);
    const { status, body: answer } = await (body === undefined ? asked : asked.send(Object(body)));
    return status === 200 ? answer : { refused: answer };
  });
  return { call, route, invoker, echo: callOf(invoker, call) };
}

describe.each(["GET", "POST", "PUT", "PATCH", "DELETE"] as const)(
  "a %s from end to end",
  (method) => {
    let ends: ReturnType<typeof bothEnds>;
    beforeEach(() => {
      ends = bothEnds(method);
    });

    test("arrives as it was sent, in path, query or body, however odd", async () => {
      const odd = "a/b c%2F?#&=+ü🦉:id";
      const asked = { user_id: "auth0|a/b%c", id: `${odd}$&`, text: odd, count: 3 };
      expect((await ends.echo(asked)).request).toEqual(asked);
      const without = { user_id: "ada", id: "1", text: undefined, count: 7 };
      expect((await ends.echo(without)).request).toEqual({ user_id: "ada", id: "1", count: 7 });
    });

    test("brings who calls, and the key of the request", async () => {
      const asked = { user_id: "ada", id: "1", count: 1 };
      expect(await ends.echo(asked)).toMatchObject({ caller: "reminder-service" });
      expect(await ends.echo(asked, { idempotencyKey: "k 1" })).toMatchObject({ key: "k 1" });
      expect(ends.invoker.calls).toMatchObject([{ app: "chat-api", method, timeoutMs: 300 }, {}]);
    });

    test("is refused by its field; in the path it names nothing, and beside it is not said again", async () => {
      const door = request(doorOf(ends.route));
      const ask = (path: string, rest: object) => {
        const asked = door[verbOf(ends.call)](path).set(namedBy("reminder-service"));
        return method === "GET" || method === "DELETE" ? asked.query(rest) : asked.send(rest);
      };
      expect((await ask("/of/ada/1", { count: "many" })).body.errors[0].field).toBe("count");
      expect((await ask("/of/ada/1", { colour: "red" })).status).toBe(400);
      expect((await ask("/of/ada/1", { user_id: "bob" })).body.errors[0].field).toBe("user_id");
      expect((await ask("/of/ada/x", {})).status).toBe(404);
    });

    test("that is answered with what makes no sense is unavailable, and what is new in an answer passes", async () => {
      ends.invoker.on("chat-api", "*", () => ({ caller: 7 }));
      const asked = { user_id: "ada", id: "1", count: 1 };
      await expect(ends.echo(asked)).rejects.toMatchObject({
        kind: "unavailable",
        message: "chat-api gave an answer to Echo that makes no sense",
      });
      ends.invoker.on("chat-api", "*", () => ({ request: 1, caller: "x", colour: "red" }));
      expect(await ends.echo(asked)).toEqual({ request: 1, caller: "x" });
    });
  },
);

// As a sidecar brings on what came to it without a body.
test("a call that asks nothing beside its path is answered however its empty body comes", async () => {
  const call = defineCall({
    app: "notification-service",
    name: "Touch",
    method: "POST",
    path: "/of/:id/touch",
    request: z.strictObject({ id: z.string() }),
    answer: z.object({ touched: z.string() }),
    callers: ["chat-api"],
    timeoutMs: 300,
  });
  const { route } = serve(call, async ({ id }) => ({ touched: id }));
  for (const headers of [{}, { "transfer-encoding": "chunked" }, { "content-length": "0" }]) {
    const asked = request(doorOf(route)).post("/of/1/touch");
    const { status, body } = await asked.set({ ...namedBy("chat-api"), ...headers });
    expect([headers, status, body]).toEqual([headers, 200, { touched: "1" }]);
  }
});

test("what a call may ask in its body is always sent as one, be it empty", async () => {
  const { call, invoker } = bothEnds("POST");
  const Request = call.request.omit({ count: true });
  await callOf(invoker, { ...call, request: Request })({ user_id: "ada", id: "1" });
  expect(invoker.calls).toMatchObject([{ path: "of/ada/1", body: {} }]);
});
