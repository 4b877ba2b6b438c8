import { describe, expect, test } from "@jest/globals";
import { costOf } from "../../src/inbound/costs.ts";

const cost = (asked: Partial<Parameters<typeof costOf>[0]>) =>
  costOf({ method: "GET", path: "/tasks", query: {}, body: undefined, ...asked });
const create = (task: object = {}) => ({ op: "create", task: { title: "x", ...task } });
const batchOf = (operation: object) =>
  cost({
    method: "POST",
    path: "/tasks/batch",
    body: { operations: Array.from({ length: 100 }, () => operation) },
  });

describe("a request costs what it makes the mesh do:", () => {
  test("a small read one unit, a page of two hundred ten more, a search one more", () => {
    expect(cost({})).toBe(1);
    expect(cost({ query: { limit: "200" } })).toBe(11);
    expect(cost({ query: { query: "milk" } })).toBe(2);
  });

  test("a change four, and four more where a reminder is to be planned", () => {
    const add = { method: "POST", body: { title: "x" } };
    expect(cost(add)).toBe(4);
    for (const timed of ["due", "repeat", "reminders"])
      expect(cost({ ...add, body: { title: "x", [timed]: {} } })).toBe(8);
    expect(cost({ method: "DELETE", path: "/tasks/1" })).toBe(4);
  });

  test("an operation of a batch less than alone, but each", () => {
    expect(batchOf({ op: "complete", id: "1" })).toBe(201);
    expect(batchOf(create())).toBe(201);
    expect(batchOf(create({ due: { at: "2026-12-01T08:00:00Z" } }))).toBe(601);
  });

  test("notifications that are read at once less than alone, but each", () => {
    const ids = Array.from({ length: 200 }, () => "1");
    expect(cost({ method: "POST", path: "/inbox/read", body: { ids } })).toBe(204);
  });

  test("what cannot be an answer's limit, a body or a batch costs no less than nothing of it", () => {
    const odd = [
      { query: { limit: "-7" } },
      { query: { limit: "1e99" } },
      { query: { limit: "many" } },
      { body: "text" },
    ];
    for (const asked of odd) expect(cost(asked)).toBe(1);
    expect(batchOf({ op: "create", task: "x" })).toBe(201);
  });
});
