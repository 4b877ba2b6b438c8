import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";

const FOLDER = new URL("../src/", import.meta.url);
const SHEETS = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".css"))
  .map((name) => [name, readFileSync(new URL(name, FOLDER), "utf8")] as const);

interface Declaration {
  readonly property: string;
  readonly value: string;
}

const declarationsIn = (sheet: string): Declaration[] =>
  [...sheet.replaceAll(/\/\*.*?\*\//gs, "").matchAll(/([\w-]+)\s*:\s*([^;{}]+);/g)].map(
    ([, property = "", value = ""]) => ({ property, value: value.trim() }),
  );

const AROUND = "margin|padding|inset|border-(?:width|style|color)|scroll-margin|scroll-padding";

const sidesOf = (value: string): string[] => value.split(/\s+(?![^(]*\))/);

/** What names left or right, and so is on the wrong side for who reads from right to left. */
const PHYSICAL: readonly (readonly [property: RegExp, isPhysical: (value: string) => boolean])[] = [
  [/^(?:left|right)$/, () => true],
  [/^(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b/, () => true],
  [/^border-(?:top|bottom)-(?:left|right)-radius$/, () => true],
  [/^(?:text-align|float|clear|justify-\w+)$/, (value) => /\b(?:left|right)\b/.test(value)],
  [/^transform$/, (value) => /translate(?:X|3d)?\((?!0)/.test(value)],
  [
    new RegExp(`^(?:${AROUND})$`),
    (value) => {
      const [, right, , left = right] = sidesOf(value);
      return left !== right;
    },
  ],
  [
    /^border-radius$/,
    (value) => {
      const [first, second = first, third = first, fourth = second] = sidesOf(value);
      return first !== second || third !== fourth;
    },
  ],
];

const isPhysical = ({ property, value }: Declaration): boolean =>
  PHYSICAL.some(([named, isSide]) => named.test(property) && isSide(value));

/** Text that grows needs a box that grows. */
const PIXELS = /^\d+px$/;
const holdsLetters = ({ property, value }: Declaration): boolean =>
  (property === "line-height" || property === "font-size") && PIXELS.test(value);

const said = ({ property, value }: Declaration): string => `${property}: ${value}`;

test.each(SHEETS)("%s names no side but where a line begins and ends", (_, sheet) => {
  expect(declarationsIn(sheet).filter(isPhysical).map(said)).toEqual([]);
});

test.each(SHEETS)("%s measures letters by those that their reader chose", (_, sheet) => {
  expect(declarationsIn(sheet).filter(holdsLetters).map(said)).toEqual([]);
});

test.each([
  "padding-left: 4px;",
  "border-right-color: red;",
  "left: 0;",
  "text-align: right;",
  "margin: 0 8px 0 0;",
  "padding: 1px calc(2px + 3px) 4px 5px;",
  "border-radius: 0 4px 4px 0;",
  "border-top-left-radius: 4px;",
  "transform: translateX(4px);",
])("“%s” is a side", (text) => {
  expect(declarationsIn(text).filter(isPhysical)).toHaveLength(1);
});

test.each([
  "padding: 4px 8px;",
  "margin: 1px 2px 3px 2px;",
  "border-radius: 16px 16px 0 0;",
  "inset-inline-start: 0;",
  "transform: translateY(4px);",
  "text-align: start;",
])("“%s” is none", (text) => {
  expect(declarationsIn(text).filter(isPhysical)).toEqual([]);
});
