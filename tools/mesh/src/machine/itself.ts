import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../cli.ts", import.meta.url));

/** How this program is started again with another task. */
export const itself = (...task: readonly string[]): [string, ...string[]] => [
  process.execPath,
  "--conditions=@todo-mesh/source",
  "--max-semi-space-size=4",
  // The Kafka client of the registry sets timers to the past; they fire at once, which is right.
  "--disable-warning=TimeoutNegativeWarning",
  CLI,
  ...task,
];
