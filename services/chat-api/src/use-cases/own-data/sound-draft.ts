import { isRefusal, type Refusal, refuse, TaskDraft } from "@todo-mesh/contracts";
import { refusalOf } from "@todo-mesh/kit";
import type { Found } from "../../domain/imports/entry.ts";
import type { ImportWords } from "../../domain/replies/import-words.ts";
import { resolveTaskInput } from "../tasks/resolve-task-input.ts";

interface Sound {
  readonly task: TaskDraft | Refusal;
  readonly remarks: readonly string[];
}

/** What is found as a draft, or why it is none. Where its rule is refused the task is kept once, and that is told. */
export function soundDraft(
  { draft, remarks }: Found,
  now: Date,
  { remarks: say }: ImportWords,
): Sound {
  if ("leftOut" in draft) return { task: refuse("invalid", String(draft["leftOut"])), remarks };
  const task = checked(draft, now);
  if (!isRefusal(task) || !isOfRule(task)) return { task, remarks };
  const { repeat, ...once } = draft;
  const again = checked({ ...once, ...firstOf(repeat) }, now);
  return { task: again, remarks: [...remarks, say.once(task)] };
}

function checked(draft: Readonly<Record<string, unknown>>, now: Date): TaskDraft | Refusal {
  const { data, error } = TaskDraft.safeParse(draft);
  if (!data) return refusalOf(error);
  const input = resolveTaskInput(data, now);
  return isRefusal(input) ? input : data;
}

const isOfRule = ({ fields }: Refusal): boolean =>
  fields.length > 0 && fields.every(({ field }) => /^repeat(\.|$)/.test(field));

/** The date at which a series would begin. */
function firstOf(repeat: unknown): { readonly due?: object } {
  if (typeof repeat !== "object" || repeat === null || !("start" in repeat)) return {};
  const timezone = "timezone" in repeat ? repeat.timezone : undefined;
  const start = String(repeat.start);
  return { due: { [start.length === "2026-12-03".length ? "date" : "local"]: start, timezone } };
}
