import { expect, test } from "@jest/globals";
import { TaskDraft, TaskPatch } from "@todo-mesh/contracts";
import { AppError } from "@todo-mesh/ports";
import { z } from "zod";
import { parse } from "../src/index.ts";

function refused(schema: z.ZodType, input: unknown, whole?: string): AppError {
  try {
    parse(schema, input, whole);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error("it was let in");
}

test("what is well-formed comes out as the schema says", () => {
  expect(parse(TaskDraft, { title: "  milk " })).toEqual({ title: "milk" });
});

test("each field at fault is named, in dots, and the kind is invalid", () => {
  const Nested = z.strictObject({ tasks: z.array(z.strictObject({ title: z.string().min(1) })) });
  const { kind, fields, message } = refused(Nested, {
    tasks: [{ title: "a" }, { title: 3 }, {}],
  });
  expect(kind).toBe("invalid");
  expect(fields).toEqual([
    { field: "tasks.1.title", message: "Invalid input: expected string, received number" },
    { field: "tasks.2.title", message: "is required" },
  ]);
  expect(message).toContain("tasks.2.title: is required");
});

test("each unknown field is named on its own", () => {
  const { fields } = refused(TaskDraft, {
    title: "a",
    colour: "red",
    due: { at: "2026-12-03T08:00:00Z", day: 1 },
  });
  expect(fields).toEqual([
    { field: "due.day", message: "unknown field" },
    { field: "colour", message: "unknown field" },
  ]);
});

test("__proto__ is an unknown field like any other", () => {
  const input: unknown = JSON.parse('{"title":"a","__proto__":{"admin":true}}');
  expect(refused(TaskDraft, input).fields).toEqual([
    { field: "__proto__", message: "unknown field" },
  ]);
});

test("of the forms a field may take, the one that was meant is spoken of", () => {
  const { fields } = refused(TaskDraft, { title: "a", due: { at: "tomorrow" } });
  expect(fields).toEqual([{ field: "due.at", message: "Invalid ISO datetime" }]);
});

test("when nobody can tell which form was meant, the field and its forms are named", () => {
  expect(refused(TaskDraft, { title: "a", due: "tomorrow" }).fields).toEqual([
    { field: "due", message: expect.stringContaining("give {at: RFC 3339 instant}") },
  ]);
});

test("a union that knows its form by a name is answered for that form", () => {
  const Operation = z.discriminatedUnion("op", [
    z.strictObject({ op: z.literal("create"), title: z.string() }),
    z.strictObject({ op: z.literal("delete"), id: z.uuid() }),
  ]);
  expect(refused(Operation, { op: "delete", id: "x" }).fields).toEqual([
    { field: "id", message: "Invalid UUID" },
  ]);
  expect(refused(Operation, { op: "burn" }).fields.map(({ field }) => field)).toEqual(["op"]);
});

test("a key of a record that is not well-formed is named", () => {
  const Lists = z.record(z.string().regex(/^[a-z]+$/, "small letters"), z.array(z.int()));
  expect(refused(Lists, { A1: [1], b: [1.5] }).fields).toEqual([
    { field: "A1", message: "small letters" },
    { field: "b.0", message: expect.stringContaining("int") },
  ]);
});

test("what is wrong with the whole is told under its name", () => {
  expect(refused(TaskPatch, {}).fields).toEqual([
    { field: "body", message: "name at least one field to change" },
  ]);
  expect(refused(TaskPatch, undefined).fields).toEqual([{ field: "body", message: "is required" }]);
  expect(refused(z.string(), 1, "query").fields[0]?.field).toBe("query");
});

test("a thousand faults, and names of any length, make a short answer", () => {
  const unknown = Object.fromEntries(
    Array.from({ length: 1_000 }, (_, index) => [`${"k".repeat(5_000)}${index}`, 1]),
  );
  const { fields, message } = refused(TaskDraft, { title: "a", ...unknown });
  expect(JSON.stringify(fields).length + message.length).toBeLessThan(20_000);
});

test("forms without words of their own are told by what each of them expects", () => {
  const Key = z.strictObject({ id: z.union([z.uuid(), z.int()]) });
  expect(refused(Key, {}).fields).toEqual([{ field: "id", message: "is required" }]);
  expect(refused(Key, { id: true }).fields[0]?.message).toBe(
    "Invalid input: expected string, received boolean or Invalid input: expected number, received boolean",
  );
});
