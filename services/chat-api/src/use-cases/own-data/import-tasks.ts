import {
  atFault,
  type ImportReport,
  type ImportRequest,
  isRefusal,
  MOST_IMPORTED,
  type Operation,
  type Refusal,
} from "@todo-mesh/contracts";
import { createPace } from "@todo-mesh/kit";
import { errorOf } from "@todo-mesh/ports";
import type { Context } from "@todo-mesh/when";
import type { Found } from "../../domain/imports/entry.ts";
import { readICalendar } from "../../domain/imports/icalendar.ts";
import { readTodoist } from "../../domain/imports/todoist.ts";
import { LANGUAGES } from "../../domain/languages/languages.ts";
import { localeIn } from "../../domain/languages/locale-in.ts";
import type { ImportWords } from "../../domain/replies/import-words.ts";
import type { TaskDeps } from "../deps.ts";
import type { Asked } from "../once/one-key.ts";
import { contextOf } from "../preferences/context-of.ts";
import type { ReadPreferences } from "../preferences/preferences.ts";
import type { ChangeInBatch } from "../tasks/change-in-batch.ts";
import { decide } from "../tasks/decide.ts";
import { loadForChange } from "../tasks/load-for-change.ts";
import { allowed } from "../tasks/record-change.ts";
import { soundDraft } from "./sound-draft.ts";

interface ImportDeps extends TaskDeps {
  readonly changeInBatch: ChangeInBatch;
  readonly readPreferences: ReadPreferences;
}

/** An entry of the file, and what is to be done with it. */
interface Item extends Found {
  readonly operation: Operation | Refusal;
}

/** Hears of how many tasks are to be added. */
type OnTasks = (tasks: number) => void;

/**
 * Adds the tasks of a file as one batch, and says of each entry what became of it, in the language of its person. One
 * that was cut off goes on where it stopped when it is sent again with its key. `invalid`: the file is none of its
 * format, or has more tasks than one batch may.
 */
export function importTasks(deps: ImportDeps) {
  return async (
    asked: Asked,
    request: ImportRequest,
    onTasks: OnTasks = () => undefined,
  ): Promise<ImportReport> => {
    const chosen = await deps.readPreferences(asked.userId);
    const context = contextOf(request, chosen, deps.clock.now());
    const { imports: words } = LANGUAGES[localeIn(context)];
    const items = await itemsOf(request, context, words);
    if (request.dry_run)
      return { dry_run: true, ...reportOf(items, await tryAll(deps, asked, items), words) };
    onTasks(items.filter(({ operation }) => !isRefusal(operation)).length);
    return takeAll(deps, asked, items, words);
  };
}

export type ImportTasks = ReturnType<typeof importTasks>;

async function itemsOf(
  { format, file }: ImportRequest,
  context: Context,
  words: ImportWords,
): Promise<Item[]> {
  const found =
    format === "todoist"
      ? readTodoist(file, context, words)
      : readICalendar(file, context.timezone, words);
  const pace = createPace();
  const items: Item[] = [];
  for (const each of found) {
    if (isRefusal(each)) throw errorOf(each);
    items.push({ ...each, ...operationOf(each, context.now, words) });
    if (items.length > MOST_IMPORTED)
      throw errorOf(atFault({ field: "file", message: words.tooMany(MOST_IMPORTED) }));
    await pace();
  }
  return items;
}

function operationOf(
  found: Found,
  now: Date,
  words: ImportWords,
): Pick<Item, "operation" | "remarks"> {
  const { task, remarks } = soundDraft(found, now, words);
  return { operation: isRefusal(task) ? task : { op: "create", task }, remarks };
}

async function takeAll(
  deps: ImportDeps,
  asked: Asked,
  items: readonly Item[],
  words: ImportWords,
): Promise<ImportReport> {
  const operations = items.map(({ operation }) => operation);
  const { batch_id, results } = await deps.changeInBatch(asked, operations);
  const outcomes = results.map((result): Outcome => {
    if ("task" in result) return { task_id: result.task.id };
    const { detail, title, errors = [] } = result.problem;
    return { message: detail ?? title, fields: errors };
  });
  const report = reportOf(items, outcomes, words);
  return { dry_run: false, ...(report.taken.length > 0 && { batch_id }), ...report };
}

/** What would come of each by the list as it is now. Nothing is written. */
const tryAll = (deps: ImportDeps, { userId }: Asked, items: readonly Item[]): Promise<Outcome[]> =>
  deps.commit(userId, async (tx) => {
    const draft = await loadForChange(deps, tx, userId);
    const pace = createPace();
    const outcomes: Outcome[] = [];
    for (const { operation } of items) {
      const change = isRefusal(operation)
        ? operation
        : allowed(deps, draft, decide(operation, { userId, draft }, deps));
      outcomes.push(isRefusal(change) ? change : {});
      await pace();
    }
    return outcomes;
  });

type Outcome = { readonly task_id?: string } | Pick<Refusal, "message" | "fields">;

function reportOf(items: readonly Item[], outcomes: readonly Outcome[], words: ImportWords) {
  const taken: ImportReport["taken"] = [];
  const left_out: ImportReport["left_out"] = [];
  for (const [at, { line, title, remarks }] of items.entries()) {
    const outcome = outcomes[at] ?? {};
    if ("message" in outcome) left_out.push({ line, title, reason: words.refused(outcome) });
    else taken.push({ line, title, ...outcome, remarks: [...remarks] });
  }
  return { taken, left_out };
}
