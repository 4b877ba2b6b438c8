import { beforeEach, expect, test } from "@jest/globals";
import { QueryClient } from "@tanstack/react-query";
import {
  type Bucket,
  BUCKETS,
  dropTask,
  heardSoFar,
  putTask,
  type Tasks,
  tasksKey,
  withHeard,
} from "../src/tasks/task-cache.ts";
import { aTask } from "./a-task.ts";

let client: QueryClient;
beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity } } });
  for (const bucket of BUCKETS) client.setQueryData<Tasks>(tasksKey(bucket), new Map());
});

const titles = (bucket: Bucket) =>
  [...(client.getQueryData<Tasks>(tasksKey(bucket))?.values() ?? [])].map(({ title }) => title);

test("a task lies where its state says, and nowhere else", () => {
  const task = aTask({ title: "call mum" });
  putTask(client, task);
  expect([titles("open"), titles("done"), titles("trash")]).toEqual([["call mum"], [], []]);
  putTask(client, { ...task, version: 2, status: "done" });
  expect([titles("open"), titles("done"), titles("trash")]).toEqual([[], ["call mum"], []]);
  putTask(client, { ...task, version: 3, deleted_at: task.created_at });
  expect([titles("open"), titles("done"), titles("trash")]).toEqual([[], [], ["call mum"]]);
});

test("what comes late changes nothing: the newer version stays", () => {
  const task = aTask({ title: "old words" });
  putTask(client, { ...task, version: 3, title: "new words" });
  putTask(client, { ...task, version: 2 });
  expect(titles("open")).toEqual(["new words"]);
});

test("a series of which a date was done is among the open and the done", () => {
  putTask(
    client,
    aTask({ title: "stretch", occurrences: { done: 1, skipped: 0, moved: 0, recent: [] } }),
  );
  expect([titles("open"), titles("done")]).toEqual([["stretch"], ["stretch"]]);
});

test("a list that was not read yet stays unread", () => {
  client.removeQueries({ queryKey: tasksKey("trash") });
  putTask(client, aTask({ deleted_at: "2026-11-27T08:00:00.000Z" }));
  expect(client.getQueryData(tasksKey("trash"))).toBeUndefined();
});

test("what is heard while a list is read is not lost by the older list", () => {
  const before = heardSoFar();
  const task = aTask({ title: "as it was read" });
  putTask(client, { ...task, version: 2, title: "as it is" });
  const read = withHeard(new Map([[task.id, task]]), "open", before);
  expect([...read.values()].map(({ title }) => title)).toEqual(["as it is"]);
});

test("what is erased is gone", () => {
  const task = aTask();
  putTask(client, task);
  dropTask(client, task.id);
  expect(titles("open")).toEqual([]);
});
