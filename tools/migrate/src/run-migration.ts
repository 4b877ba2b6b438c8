import { join } from "node:path";
import { restore } from "./backup.ts";
import { type Command, commandOf } from "./command.ts";
import { deprecate, undo } from "./deprecate.ts";
import { meshAccess, type Sidecar } from "./mesh-access.ts";
import { move } from "./move.ts";
import { inWords, isWhole, type Report } from "./report.ts";
import { say } from "./say.ts";

interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  /** The sidecar to go through where the environment names none. */
  readonly sidecar?: () => Sidecar;
}

/** Does what the arguments ask for, and tells it. Where not all stands as it was, the process ends with 1. */
export async function runMigration(args: readonly string[], around: Surroundings): Promise<void> {
  const command = commandOf(args, around.environment["FROM"]);
  const { task, from, folder } = command;
  if (task === "undo") return tell(command, await undo(from));
  if (task === "restore") return tell(command, await restore(join(folder, "backup"), from));
  if (task !== "deprecate") return report(command, await moved(command, task, around));
  const verified = await moved(command, "verify", around);
  report(command, verified);
  if (isWhole(verified)) tell(command, await deprecate(from, new Date()));
}

const moved = (
  { from, folder }: Command,
  task: Report["task"],
  { environment, sidecar }: Surroundings,
): Promise<Report> => move({ task, from, folder, mesh: () => meshAccess(environment, sidecar) });

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
