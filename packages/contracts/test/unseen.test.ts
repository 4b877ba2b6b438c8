import { expect, test } from "@jest/globals";
import { isSeen } from "../src/text/text.ts";
import { Title } from "../src/index.ts";

const FIRST_PLANE = 0x1_00_00;
const LAST = 0x10_ff_ff;
const isHalf = (point: number): boolean => point >= 0xd8_00 && point <= 0xdf_ff;

test("the document forbids no character that can be seen, and in the first plane every one that cannot", () => {
  const pattern = new RegExp(String(Title.meta()?.["pattern"]), "u");
  const differ: string[] = [];
  for (let point = 0; point <= LAST; point += 1) {
    if (isHalf(point)) continue;
    const character = String.fromCodePoint(point);
    const [seen, allowed] = [isSeen(character), pattern.test(character)];
    if (point < FIRST_PLANE ? seen !== allowed : seen && !allowed) differ.push(point.toString(16));
  }
  expect(differ).toEqual([]);
});
