import { TASK_LIMITS } from "@todo-mesh/contracts";
import type { ImportWords } from "../replies/import-words.ts";
import { isLongerThan, isTooLongForTitle } from "../tasks/title-key.ts";

interface Written {
  readonly title: string;
  readonly notes: readonly string[];
  readonly tags: readonly string[];
}

/** Title, notes and tags as a task can hold them. What is cut is said; of a long title all stands in the notes. */
export function fitting(
  { title, notes, tags }: Written,
  { remarks: say }: Pick<ImportWords, "remarks">,
) {
  const remarks: string[] = [];
  const isLong = isTooLongForTitle(title);
  if (isLong) remarks.push(say.longTitle);
  const all = (isLong ? [title, ...notes] : notes)
    .filter((each) => each.trim() !== "")
    .join("\n\n");
  if (isLongerThan(all, TASK_LIMITS.notes)) remarks.push(say.cutNotes(TASK_LIMITS.notes));
  const names = [...new Set(tags.map(asTag).filter((tag) => tag !== ""))];
  if (names.length > TASK_LIMITS.tags)
    remarks.push(say.tags(TASK_LIMITS.tags, names.slice(TASK_LIMITS.tags)));
  const kept = names.slice(0, TASK_LIMITS.tags);
  return {
    title: isLong ? `${first(title, TASK_LIMITS.title - 1)}…` : title,
    ...(all !== "" && { notes: first(all, TASK_LIMITS.notes) }),
    ...(kept.length > 0 && { tags: kept }),
    remarks,
  };
}

const first = (text: string, most: number): string => Array.from(text).slice(0, most).join("");

const asTag = (name: string): string => first(name.replaceAll(",", " ").trim(), TASK_LIMITS.tag);
