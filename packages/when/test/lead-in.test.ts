import { expect, test } from "@jest/globals";
import { cutLeadIn } from "../src/index.ts";

test.each([
  ["remind me to call mum", "call mum"],
  ["Remind me, please, to call mum", "to call mum"],
  ["please remind me to call mum", "call mum"],
  ["can you remind me to call mum?", "call mum?"],
  ["can you swim", "can you swim"],
  ["Don’t forget to call mum", "call mum"],
  ["add milk", "milk"],
  ["add milk to my list", "milk"],
  ["put milk on the list", "milk"],
  ["put the bins out", "put the bins out"],
  ["TODO: call mum", "call mum"],
  ["additional work", "additional work"],
  ["call mum", "call mum"],
  ["Call  Mum", "Call  Mum"],
  ["remind me", ""],
  ["", ""],
])("“%s” is “%s”", (text, rest) => {
  expect(cutLeadIn(text)).toBe(rest);
});
