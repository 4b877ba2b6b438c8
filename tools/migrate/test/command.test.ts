import { expect, test } from "@jest/globals";
import { commandOf } from "../src/command.ts";

const FROM = "postgres://ada:secret@localhost:5432/older";

test("who says only where from copies, into a folder beside", () => {
  expect(commandOf([], FROM)).toEqual({
    task: "copy",
    from: FROM,
    folder: ".migration",
    asJson: false,
  });
});

test("a task, a folder and a form are chosen", () => {
  expect(commandOf(["dry-run", "--folder", "here", "--json"], FROM)).toMatchObject({
    task: "dry-run",
    folder: "here",
    asJson: true,
  });
});

test.each([
  [["drop"], FROM],
  [["copy", "twice"], FROM],
  [["--force"], FROM],
  [[], undefined],
  [[], ""],
  [[], "mysql://localhost/older"],
])("%j from %s is told how it is said", (args, from) => {
  expect(() => commandOf(args, from)).toThrow("make migrate FROM=");
});
