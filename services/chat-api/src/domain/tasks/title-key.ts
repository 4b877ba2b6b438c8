import { type Task, TASK_LIMITS } from "@todo-mesh/contracts";
import { remembered, sameTitleKey } from "./words.ts";

/** A task's title as it is compared; worked out once, for there are ten thousand in a list. */
export const titleKeyOf = remembered(({ title }: Task) => sameTitleKey(title));

/** Whether a text has more characters than any title, counted in code points. */
export const isTooLongForTitle = (text: string): boolean => isLongerThan(text, TASK_LIMITS.title);

/** Whether a text has more code points than that; looks at no more of it than it needs to. */
export const isLongerThan = (text: string, most: number): boolean =>
  text.length > most && (text.length > 2 * most || Array.from(text).length > most);
