import { isTree, nameOf, partsOf, productSources, type Tree, treeOf } from "./tree.ts";

const ALWAYS = new Set(["LRUCache", "WeakMap", "WeakSet"]);
const WHERE_IT_GROWS = new Set(["Map", "Set"]);
const MEMOS = new Set(["remembered"]);
const GROWING = new Set(["set", "add"]);
const FUNCTIONS = new Set([
  "ArrowFunctionExpression",
  "FunctionDeclaration",
  "FunctionExpression",
  "MethodProperty",
]);

interface Declared {
  readonly name: string;
  readonly makes: string;
  /** How many functions are around it: 0 is the module. */
  readonly depth: number;
}

interface Grown {
  readonly name: string;
  readonly depth: number;
}

interface Seen {
  readonly declared: Declared[];
  readonly grown: Grown[];
}

/**
 * What may keep something for longer than a call, as `path: name`: each LRUCache and WeakMap, each memo, and each Map
 * or Set that grows in a function within the one that made it (or in any, if it is the module's).
 */
export const lastingOfTheCode = (): string[] =>
  productSources().flatMap((path) => lastingIn(treeOf(path)).map((name) => `${path}: ${name}`));

export function lastingIn(tree: Tree): string[] {
  const seen: Seen = { declared: [], grown: [] };
  look(tree, 0, seen);
  const lasting = seen.declared.filter(
    ({ name, makes, depth }) =>
      !WHERE_IT_GROWS.has(makes) ||
      seen.grown.some((one) => one.name === name && one.depth > depth),
  );
  return [...new Set(lasting.map(({ name }) => name))];
}

function look(tree: Tree, depth: number, seen: Seen): void {
  const { type } = tree;
  if (type === "VariableDeclarator") declare(tree, depth, seen);
  if (type === "CallExpression") grow(tree, depth, seen);
  const within = FUNCTIONS.has(String(type)) ? depth + 1 : depth;
  for (const part of partsOf(tree)) look(part, within, seen);
}

function declare({ id, init }: Tree, depth: number, { declared }: Seen): void {
  const makes = isTree(init) && isTree(init["callee"]) ? nameOf(init["callee"]) : "";
  const lasts = ALWAYS.has(makes) || WHERE_IT_GROWS.has(makes) || MEMOS.has(makes);
  if (lasts) declared.push({ name: nameOf(id), makes, depth });
}

// Grown by itself, or handed to a function that does.
function grow(call: Tree, depth: number, { grown }: Seen): void {
  const { callee, arguments: given } = call;
  if (
    isTree(callee) &&
    callee["type"] === "MemberExpression" &&
    GROWING.has(nameOf(callee["property"]))
  )
    grown.push({ name: nameOf(callee["object"]), depth });
  for (const argument of Array.isArray(given) ? given.filter(isTree) : []) {
    const name = nameOf(argument["expression"]);
    if (name !== "") grown.push({ name, depth });
  }
}
