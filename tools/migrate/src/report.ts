import { LEFT, ODD, type Odd } from "@todo-mesh/chat-api/older";

const EXAMPLES = 10;

/** How often something was met, and the numbers of the first rows. */
interface Met {
  count: number;
  readonly rows: number[];
}

/** What a run has come to. */
export interface Report {
  readonly task: "dry-run" | "copy" | "verify";
  readonly source: string;
  readonly at: string;
  readonly people: number;
  readonly conversations: Record<string, number>;
  readonly tasks: Record<string, number>;
  readonly messages: { found: number; kept: number; left: number };
  readonly odd: Record<string, Met>;
  readonly left: Record<string, Met>;
  /** Users whose names differ by case alone: here they are as many people. */
  readonly alike: readonly (readonly string[])[];
  /** How the conversations and the tasks are that were read back. */
  readonly checked: Record<string, number>;
  readonly tasks_checked: Record<string, number>;
  readonly seconds: number;
  /** Of them for the conversations alone: to read them, and to write them and read them back where that was to be done. */
  readonly conversation_seconds: number;
  readonly left_file: string;
  readonly backup?: string;
}

/** Counts what a run meets. */
export function createTally() {
  const people = new Map<string, Set<string>>();
  const conversations: Record<string, number> = { found: 0 };
  const messages = { found: 0, kept: 0, left: 0 };
  const odd: Record<string, Met> = {};
  const left: Record<string, Met> = {};
  const checked: Record<string, number> = {};
  const tasks: Record<string, number> = {};
  const tasks_checked: Record<string, number> = {};
  const met = (all: Record<string, Met>, kind: string, row: number): void => {
    const one = (all[kind] ??= { count: 0, rows: [] });
    one.count += 1;
    if (one.rows.length < EXAMPLES) one.rows.push(row);
  };
  return {
    messages,
    conversations,
    person: (user: string): void => {
      const folded = user.toLowerCase();
      people.set(folded, (people.get(folded) ?? new Set()).add(user));
    },
    odd: (kind: Odd, row: number): void => met(odd, kind, row),
    left: (why: string, row: number): void => met(left, why, row),
    conversation: (came: string): void => more(conversations, came),
    checked: (how: string): void => more(checked, how),
    task: (came: string, count: number): void => more(tasks, came, count),
    checkedTask: (how: string): void => more(tasks_checked, how),
    counts: () => ({
      people: [...people.values()].reduce((sum, { size }) => sum + size, 0),
      alike: [...people.values()].filter(({ size }) => size > 1).map((names) => [...names]),
      conversations,
      messages,
      odd,
      left,
      tasks,
      checked,
      tasks_checked,
    }),
  };
}

export type Tally = ReturnType<typeof createTally>;

function more(counts: Record<string, number>, kind: string, count = 1): void {
  counts[kind] = (counts[kind] ?? 0) + count;
}

/** Whether everything that can stand here does, and is what it was. */
export const isWhole = (report: Pick<Report, "checked" | "tasks_checked">): boolean =>
  [report.checked, report.tasks_checked].every(
    ({ differs = 0, missing = 0 }) => differs + missing === 0,
  );

const COME: Readonly<Record<string, string>> = {
  found: "found",
  taken: "brought",
  there: "were here already",
  gone: "were deleted here since, and stay so",
  "no-room": "find no room: their person has as many as they may",
  left: "cannot be taken",
  "with-remarks": "are not as they were there, and stand in the file",
  "would-be-taken": "would be brought",
};

const CHECKED: Readonly<Record<string, string>> = {
  same: "are here",
  differs: "differ",
  gone: "were deleted here since",
  missing: "are missing",
};

/** The report, to be read by a person. */
export function inWords(report: Report): string {
  const { conversations, messages, tasks, odd, left, alike, checked, tasks_checked } = report;
  const taskWords = {
    "dry-run": "Dry run: nothing was changed",
    copy: "Copied",
    verify: "Verified",
  };
  return [
    `${taskWords[report.task]}: ${report.source}, ${report.at}, ${report.seconds.toFixed(1)} s`,
    `${report.people} people`,
    ...counted("conversations", conversations, COME),
    `messages: ${messages.found} found, ${messages.kept} kept, ${messages.left} also or only in ${report.left_file}`,
    ...counted("tasks", tasks, COME),
    ...metWords("Odd", odd, ODD),
    ...metWords("Left in the file, whole", left, {
      ...LEFT,
      ...ODD,
      "no-room": COME["no-room"] ?? "",
    }),
    ...alike.map((names) => `These are as many people here, for case counts: ${names.join(", ")}`),
    ...counted("read back: conversations that", checked, CHECKED),
    ...counted("read back: tasks that", tasks_checked, CHECKED),
    ...(report.task === "dry-run" ? [estimate(report)] : []),
    ...(report.backup === undefined ? [] : [`Backup: ${report.backup}`]),
  ].join("\n");
}

// So many times as long as to read them it takes to copy them and read them back: measured on two processors, which others
// used or did not.
const [LEAST, MOST] = [5, 30];

const estimate = ({ conversation_seconds: read }: Report): string =>
  `It will take ${Math.ceil(read * LEAST)} to ${Math.ceil(read * MOST)} s, as fast as it was read here, and the backup and the tasks; it tells as it goes`;

const counted = (
  what: string,
  counts: Record<string, number>,
  words: Readonly<Record<string, string>>,
): string[] =>
  Object.keys(counts).length === 0
    ? []
    : [
        `${what}: ${Object.entries(counts)
          .map(([kind, count]) => `${count} ${words[kind] ?? kind}`)
          .join(", ")}`,
      ];

function metWords(
  title: string,
  all: Record<string, Met>,
  words: Readonly<Record<string, string>>,
): string[] {
  const lines = Object.entries(all).map(([kind, { count, rows }]) => {
    const andSoOn = count > rows.length ? ", …" : "";
    return `  ${kind}: ${count} (${words[kind] ?? kind}); messages ${rows.join(", ")}${andSoOn}`;
  });
  return lines.length === 0 ? [] : [`${title}:`, ...lines];
}
