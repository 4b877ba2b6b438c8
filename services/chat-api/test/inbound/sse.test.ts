import { expect, test } from "@jest/globals";
import { BEAT, beating } from "../../src/inbound/sse.ts";

test("a stream that has begun says that it is alive, until it rests", async () => {
  const { promise: beaten, resolve } = Promise.withResolvers<void>();
  const written: unknown[] = [];
  const res = {
    headersSent: false,
    destroyed: false,
    write: (text: string): boolean => {
      written.push(text);
      if (written.length === 2) resolve();
      return true;
    },
  };
  const rest = beating(res, 1);
  expect(written).toEqual([]);
  res.headersSent = true;
  await beaten;
  rest();
  expect(written).toEqual([BEAT, BEAT]);
});
