import { parseArgs } from "node:util";

const TASKS = ["copy", "dry-run", "verify", "deprecate", "undo", "restore"] as const;

export interface Command {
  readonly task: (typeof TASKS)[number];
  /** The database of the older product; where a backup is restored to. */
  readonly from: string;
  readonly folder: string;
  readonly asJson: boolean;
}

const USAGE = `make migrate FROM=postgres://user:password@host/database [ARGS="TASK --folder FOLDER --json"]
  dry-run    say what would happen; change nothing
  copy       back up, bring conversations, messages and tasks over, read them back (this, unless said)
  verify     read back what was brought, and hold it against the older product
  deprecate  verify, then rename the older tables; nothing is dropped
  undo       name them again as they were
  restore    put the backup into the database of FROM, which has none of the tables
Backup, reports and what was left behind lie in FOLDER: .migration, unless said.`;

/** Understands what was typed; throws with the usage where it cannot. */
export function commandOf(args: readonly string[], from: string | undefined): Command {
  const { values, positionals } = parsed(args);
  const [word = "copy", ...more] = positionals;
  const task = TASKS.find((known) => known === word);
  if (task === undefined || more.length > 0)
    throw new Error(`There is no "${positionals.join(" ")}".\n${USAGE}`);
  if (from === undefined || !isDatabase(from))
    throw new Error(`Say FROM which database, by its URL.\n${USAGE}`);
  const { folder = ".migration", json: asJson = false } = values;
  return { task, from, folder, asJson };
}

const isDatabase = (url: string): boolean => /^postgres(ql)?:\/\/./.test(url) && URL.canParse(url);

function parsed(args: readonly string[]) {
  try {
    const options = { folder: { type: "string" }, json: { type: "boolean" } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, {
      cause: error,
    });
  }
}
