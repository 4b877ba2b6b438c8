import { parseArgs } from "node:util";
import { z } from "zod";
import { type Filter, isWide } from "./filter.ts";
import type { Cursor } from "./page.ts";
import { type Place, placeNamed } from "./topics.ts";

export interface Show {
  readonly task: "show";
  readonly place: Place;
  readonly filter: Filter;
  readonly limit: number;
  readonly after?: Cursor | undefined;
}
export interface Replay {
  readonly task: "replay";
  readonly place: Place;
  readonly filter: Filter;
  readonly perSecond: number;
  readonly isDry: boolean;
}
export type Command = ({ readonly task: "list" } | Show | Replay) & { readonly asJson: boolean };

const USAGE = `make dlq                                     the topics, and what lies there
make dlq ARGS="show TOPIC [FILTER…]"         its letters, the oldest first: --limit 20 --after PLACE
make dlq ARGS="replay TOPIC FILTER… | --all" puts letters back where they came from: --rate 50 --dry-run
Filters: --letter PARTITION/OFFSET --id ID --type TYPE --user USER --kind KIND --since TIME --until TIME
All take --json.`;

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const FILTERS = {
  letter: text,
  id: text,
  type: text,
  user: text,
  kind: text,
  since: text,
  until: text,
};
const OPTIONS = {
  list: { json: flag },
  show: { ...FILTERS, limit: text, after: text, json: flag },
  replay: { ...FILTERS, rate: text, "dry-run": flag, all: flag, json: flag },
} as const;

const time = z
  .string()
  .transform((given) => new Date(given))
  .refine((at) => !Number.isNaN(at.getTime()), "give a time such as 2026-11-27T09:00:00Z");
const wholeNumber = (most: number) =>
  z.coerce
    .number({ error: `give a number from 1 to ${most}` })
    .int()
    .min(1, `give 1 to ${most}`)
    .max(most, `give 1 to ${most}`);
const Given = z.object({
  letter: z
    .string()
    .regex(/^\d+\/\d+$/, "give PARTITION/OFFSET, such as 1/42")
    .optional(),
  id: z.string().optional(),
  type: z.string().optional(),
  user: z.string().optional(),
  kind: z.string().optional(),
  since: time.optional(),
  until: time.optional(),
  limit: wholeNumber(500).default(20),
  after: z
    .string()
    .regex(/^\d+\/\d+\/\d+$/, "give what the page before ended with")
    .optional(),
  rate: wholeNumber(1_000).default(50),
  "dry-run": z.boolean().default(false),
  all: z.boolean().default(false),
  json: z.boolean().default(false),
});

const TASKS = ["list", "show", "replay"] as const;

function taskNamed(word: string): (typeof TASKS)[number] {
  const task = TASKS.find((known) => known === word);
  if (task) return task;
  throw new Error(`There is no "${word}".\n${USAGE}`);
}

/** Understands what was typed; throws with the usage where it cannot. */
export function commandOf(args: readonly string[]): Command {
  const [word = "list", ...rest] = args;
  const task = taskNamed(word);
  const { values, positionals } = parsed(task, rest);
  const given = checked(values);
  if (task === "list") {
    if (positionals.length > 0) throw new Error(`It takes no topic.\n${USAGE}`);
    return { task, asJson: given.json };
  }
  const [topic, ...more] = positionals;
  if (topic === undefined || more.length > 0) throw new Error(`Say which topic.\n${USAGE}`);
  const place = placeNamed(topic);
  return task === "show" ? showOf(place, given) : replayOf(place, given);
}

type Checked = z.output<typeof Given>;

const filterOf = ({ letter, id, type, user, kind, since, until }: Checked): Filter => ({
  letter,
  id,
  type,
  user,
  kind,
  since,
  until,
});

function showOf(place: Place, given: Checked): Command {
  const { limit, after, json: asJson } = given;
  return { task: "show", place, filter: filterOf(given), limit, after: cursorIn(after), asJson };
}

function replayOf(place: Place, given: Checked): Command {
  const { rate: perSecond, all, "dry-run": isDry, json: asJson } = given;
  const filter = filterOf(given);
  if (isWide(filter) !== all) throw new Error("Say which letters, by filters, or all with --all");
  return { task: "replay", place, filter, perSecond, isDry, asJson };
}

function parsed(task: keyof typeof OPTIONS, args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS[task], allowPositionals: true });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, {
      cause: error,
    });
  }
}

function checked(values: unknown): z.output<typeof Given> {
  const { data, error } = Given.safeParse(values);
  if (data) return data;
  const faults = error.issues.map(({ path, message }) => `--${String(path[0])}: ${message}`);
  throw new Error(faults.join("\n"));
}

function cursorIn(after: string | undefined): Cursor | undefined {
  if (after === undefined) return undefined;
  const [at = 0, partition = 0, offset = 0] = after.split("/").map(Number);
  return { time: at, partition, offset };
}
