import type { Context } from "@todo-mesh/when";
import { isLongerThan } from "../title-key.ts";
import { readAdding } from "./adding.ts";
import { readAsking } from "./asking.ts";
import { readChanging } from "./changing.ts";
import type { Intent } from "./intent.ts";
import { tidy } from "./tidy.ts";

/** A title of the greatest length, a time and all that is said around them are shorter. */
const LONGEST_SENTENCE = 500;

/**
 * What an everyday sentence asks for. Anything it does not know is `unclear`, never a guess; what is longer than
 * sentences are is not read.
 */
export function understand(message: string, context: Context): Intent {
  const line = tidy(message);
  if (isLongerThan(line, LONGEST_SENTENCE)) return { kind: "too-much" };
  return readAsking(line) ?? readAdding(line, context) ?? readChanging(line) ?? { kind: "unclear" };
}
