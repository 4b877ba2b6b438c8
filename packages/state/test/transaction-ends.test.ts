import { expect, test } from "@jest/globals";
import { inMemoryStateStore } from "@todo-mesh/ports/testing";
import { beginTransaction } from "../src/transaction.ts";

test("what is begun in a transaction that has ended already ends as well, so that nothing it took is kept", () => {
  const { tx, end } = beginTransaction(inMemoryStateStore());
  const ended: string[] = [];
  tx.atEnd((outcome) => ended.push(`before: ${outcome}`));
  end("abandoned");
  tx.atEnd((outcome) => ended.push(`after: ${outcome}`));
  expect(ended).toEqual(["before: abandoned", "after: abandoned"]);
});
