import { hashOf, keyOf } from "@todo-mesh/state";

/**
 * Under which it is kept what came of a number of the older product. It outlives what came of it, and all of its person
 * who was erased: it has a hash in the place of the name.
 */
export const broughtKey = (userId: string, kind: "chat" | "task", number: number): string =>
  keyOf("brought", hashOf(userId), kind, number);
