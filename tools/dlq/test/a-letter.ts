import type { Letter } from "../src/letter.ts";

/** A letter of Ada's, with whatever a test wants otherwise. */
export const aLetter = (over: Partial<Letter> = {}): Letter => ({
  partition: 1,
  offset: "42",
  time: new Date("2026-11-27T09:00:00Z"),
  key: "ada",
  headers: {},
  body: Buffer.from("{}"),
  kind: "invalid",
  isCut: false,
  id: "an-event",
  type: "todo.task.created.v1",
  ...over,
});
