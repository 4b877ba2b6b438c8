import { join } from "node:path";
import { restore } from "./backup.ts";
import { type Command, commandOf } from "./command.ts";
import { deprecate, undo } from "./deprecate.ts";
import { meshAccess } from "./mesh-access.ts";
import { move } from "./move.ts";
import { inWords, isWhole, type Report } from "./report.ts";
import { say } from "./say.ts";

/** What `make migrate` calls. */
async function run(command: Command): Promise<void> {
  const { task, from, folder } = command;
  if (task === "undo") return tell(command, await undo(from));
  if (task === "restore") return tell(command, await restore(join(folder, "backup"), from));
  if (task !== "deprecate") return report(command, await moved(command, task));
  const verified = await moved(command, "verify");
  report(command, verified);
  if (isWhole(verified)) tell(command, await deprecate(from, new Date()));
}

const moved = ({ from, folder }: Command, task: Report["task"]): Promise<Report> =>
  move({ task, from, folder, mesh: () => meshAccess(process.env) });

function report({ asJson }: Command, found: Report): void {
  say.line(asJson ? JSON.stringify(found) : inWords(found));
  if (isWhole(found)) return;
  say.aside(
    "Not all that was to be brought stands here as it was: run it again, or look at the report",
  );
  process.exitCode = 1;
}

const tell = ({ asJson }: Command, what: readonly string[] | Record<string, number>): void =>
  say.line(asJson ? JSON.stringify(what) : Object.entries(what).flat().join(" "));

try {
  await run(commandOf(process.argv.slice(2), process.env["FROM"]));
} catch (error) {
  say.aside(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
