import { everyPart, isTree, nameOf, productSources, type Tree, treeOf } from "./tree.ts";

/** A regular expression of the code, and where it stands. */
export interface Pattern {
  readonly path: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression that stands in the code. */
export function patternsOfTheCode(): Pattern[] {
  return productSources().flatMap((path) =>
    [...everyPart(treeOf(path))].flatMap((part) => {
      const { type, pattern, flags } = part;
      if (type !== "RegExpLiteral" || typeof pattern !== "string") return [];
      return [{ path, source: pattern, flags: typeof flags === "string" ? flags : "" }];
    }),
  );
}

/** Where regular expressions are put together at run time: those nobody finds by reading. */
export const madeAtRunTime = (): string[] =>
  productSources().filter((path) => [...everyPart(treeOf(path))].some(makesPattern));

const makesPattern = ({ type, callee }: Tree): boolean =>
  (type === "NewExpression" || type === "CallExpression") &&
  isTree(callee) &&
  nameOf(callee) === "RegExp";
