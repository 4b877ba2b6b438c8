import type { Context } from "@todo-mesh/when";
import { readAdding } from "./adding.ts";
import { readAsking } from "./asking.ts";
import { readChanging } from "./changing.ts";
import type { Intent } from "./intent.ts";
import { tidy } from "./tidy.ts";

/** What an everyday sentence asks for. Anything it does not know is `unclear`, never a guess. */
export function understand(message: string, context: Context): Intent {
  const line = tidy(message);
  return readAsking(line) ?? readAdding(line, context) ?? readChanging(line) ?? { kind: "unclear" };
}
