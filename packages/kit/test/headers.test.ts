import { expect, test } from "@jest/globals";
import express, { type Request } from "express";
import request from "supertest";
import { etagOf, idempotencyOf, ifMatchOf, jsonBody, problemHandler } from "../src/index.ts";
import { quietLogger } from "../src/testing.ts";

const answering = (answer: (req: Request) => unknown) =>
  express()
    .use(jsonBody())
    .all("/*path", (req, res) => res.json({ answer: answer(req) ?? null }))
    .use(problemHandler(quietLogger()));

const idempotent = answering(idempotencyOf);
const asked = async (key: string, body: string, path = "/api/ada/tasks") =>
  (
    await request(idempotent)
      .post(path)
      .set("idempotency-key", key)
      .set("content-type", "application/json")
      .send(body)
  ).body.answer;

test("without an Idempotency-Key there is nothing to compare", async () => {
  expect((await request(idempotent).post("/x")).body).toEqual({ answer: null });
});

test("the same request has the same fingerprint, however its body is written", async () => {
  const one = await asked("k", '{"a":{"b":1,"c":[1,2]},"d":"é"}');
  const two = await asked(
    "k",
    '{ "d": "\\u00e9", "a": {"c":[1,2],"b":1.0} }',
    "/api/ada/tasks?x=1",
  );
  expect(one).toEqual({ key: "k", fingerprint: expect.stringMatching(/^[\w-]{43}$/) });
  expect(two).toEqual(one);
});

test("another body, path, order of a list or kind of value is another request", async () => {
  const bodies = [
    "{}",
    "[]",
    '{"a":1}',
    '{"a":"1"}',
    '{"a":[1,2]}',
    '{"a":[2,1]}',
    '{"a":null}',
    '{"a":{}}',
  ];
  const odd = ['{"__proto__":{"a":1}}', '{"members":[["a",1]]}', '{"a":{"members":[]}}'];
  const prints = await Promise.all([...bodies, ...odd].map((body) => asked("k", body)));
  prints.push(await asked("k", "{}", "/api/ada/other"));
  expect(new Set(prints.map(({ fingerprint }) => fingerprint)).size).toBe(prints.length);
});

test.each(["", "k".repeat(201), "schlüssel", "a\tb"])("%j is no Idempotency-Key", async (key) => {
  const res = await request(idempotent)
    .post("/x")
    .set("idempotency-key", Buffer.from(key).toString("latin1"));
  expect(res.status).toBe(400);
  expect(res.body.errors).toEqual([{ field: "Idempotency-Key", message: expect.any(String) }]);
});

const versioned = answering(ifMatchOf);

test.each([
  ['"3"', 3],
  ['W/"3"', 3],
  [' "12" ', 12],
  ["*", null],
  [etagOf(7), 7],
])("If-Match: %s is version %j", async (header, answer) => {
  expect((await request(versioned).patch("/x").set("if-match", header)).body).toEqual({ answer });
});

test("no If-Match insists on nothing", async () => {
  expect((await request(versioned).patch("/x")).body).toEqual({ answer: null });
});

test.each(["", "3", '"3', '"three"', '"3", "4"', '"-3"', '"3.5"', `"${"9".repeat(16)}"`, 'w/"3"'])(
  "If-Match: %s is refused by name",
  async (header) => {
    const res = await request(versioned).patch("/x").set("if-match", header);
    expect(res.status).toBe(400);
    expect(res.body.errors[0].field).toBe("If-Match");
  },
);
