import { expect, test } from "@jest/globals";
import { Problem } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { type Ask, person } from "../support/person.ts";

const NOBODY = "01940000-0000-7000-8000-000000000000";
const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;

// What is asked, the status it gets, and the field or word its problem names.
type Row = [method: string, path: string, ask: Ask, status: number, names: string];
const TABLE: Row[] = [
  ["POST", "/chat", { body: {} }, 400, "message"],
  ["POST", "/chat", { body: { message: "  " } }, 400, "message"],
  ["POST", "/chat", { body: { message: "x".repeat(100_000) } }, 400, "message"],
  ["POST", "/chat", { body: { message: "hi", mood: "good" } }, 400, "mood"],
  ["POST", "/chat", { body: { message: "hi", timezone: "Mars/Olympus" } }, 400, "timezone"],
  [
    "POST",
    "/chat",
    { body: { message: "hi", conversation_id: "the seventh" } },
    400,
    "conversation_id",
  ],
  ["POST", "/chat", { body: { message: "hi", conversation_id: NOBODY } }, 404, ""],
  [
    "POST",
    "/chat",
    { body: { message: "hi" }, headers: { "idempotency-key": "x".repeat(300) } },
    400,
    "Idempotency-Key",
  ],
  ["POST", "/tasks", { body: { title: "" } }, 400, "title"],
  ["POST", "/tasks", { body: { title: "x".repeat(201) } }, 400, "title"],
  ["POST", "/tasks", { body: { title: "x", notes: "n".repeat(4_001) } }, 400, "notes"],
  ["POST", "/tasks", { body: { title: "x", due: "tomorrow" } }, 400, "due"],
  ["POST", "/tasks", { body: { title: "x", due: { local: "2026-13-40T99:00" } } }, 400, "due"],
  ["POST", "/tasks", { body: { title: "x", colour: "red" } }, 400, "colour"],
  ["POST", "/tasks", { body: "{ broken" }, 400, "JSON"],
  ["POST", "/tasks", { body: deep }, 400, ""],
  ["POST", "/tasks", { body: { title: "x", notes: "n".repeat(1_200_000) } }, 413, "256 KB"],
  ["GET", "/tasks?limit=0", {}, 400, "limit"],
  ["GET", "/tasks?limit=201", {}, 400, "limit"],
  ["GET", "/tasks?status=asleep", {}, 400, "status"],
  ["GET", "/tasks?due_before=soon", {}, 400, "due_before"],
  ["GET", "/tasks?cursor=nonsense", {}, 400, "cursor"],
  ["GET", "/tasks?colour=red", {}, 400, "colour"],
  ["GET", "/tasks/7", {}, 404, ""],
  ["GET", `/tasks/${NOBODY}`, {}, 404, ""],
  ["PATCH", `/tasks/${NOBODY}`, { body: {} }, 400, "name at least one field"],
  ["PATCH", `/tasks/${NOBODY}`, { body: { title: "x" } }, 404, ""],
  [
    "PATCH",
    `/tasks/${NOBODY}`,
    { body: { title: "x" }, headers: { "if-match": "yesterday" } },
    400,
    "If-Match",
  ],
  ["DELETE", `/tasks/${NOBODY}`, {}, 404, ""],
  ["POST", `/tasks/${NOBODY}/complete`, {}, 404, ""],
  ["POST", `/tasks/${NOBODY}/reopen`, {}, 404, ""],
  ["PATCH", "/preferences", { body: {} }, 400, "name at least one preference"],
  ["PATCH", "/preferences", { body: { week_start: "WE" } }, 400, "week_start"],
  ["PATCH", "/preferences", { body: { timezone: "+02:00" } }, 400, "timezone"],
  ["PATCH", "/preferences", { body: { mood: "good" } }, 400, "mood"],
  ["GET", "/inbox?limit=-1", {}, 400, "limit"],
  ["GET", "/inbox?cursor=nonsense", {}, 400, "cursor"],
  ["POST", `/inbox/${NOBODY}/read`, {}, 404, ""],
  ["POST", "/inbox/7/read", {}, 404, ""],
  ["GET", "/nowhere", {}, 404, ""],
];

export function badInput(mesh: () => Mesh): void {
  test.each(TABLE.map((row) => [nameOf(row), row] as const))("%s", async (_name, row) => {
    const [method, path, ask, status, names] = row;
    const sam = await person(mesh(), "sam");
    const answer = await sam.ask(method, path, ask);
    expect([answer.status, answer.text.slice(0, 500)]).toEqual([
      status,
      expect.stringContaining(names),
    ]);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(Problem.parse(answer.json)).toMatchObject({ status });
  });

  test("a malformed path is a problem, not a crash", async () => {
    const answer = await fetch(`${mesh().publicUrl()}/api/%E0%A4%A/tasks`);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
}

function nameOf([method, path, { body, headers }, status, names]: Row): string {
  const said = JSON.stringify(body ?? headers ?? "").slice(0, 60);
  return `${method} ${path} ${said} is a ${status}${names && ` that names ${names}`}`;
}
