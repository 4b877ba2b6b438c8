import type { Occurrence, Recurrence, Zone } from "@todo-mesh/recurrence";
import type { Doubt, HourOfDay } from "../meaning.ts";
import type { Day } from "./calendar.ts";

/** What words mean, before it is put into words again. */
export type Found =
  | {
      readonly kind: "instant";
      readonly at: Date;
      readonly zone: Zone;
      readonly past: boolean;
      readonly end?: HourOfDay | undefined;
    }
  | { readonly kind: "date"; readonly day: Day; readonly zone: Zone; readonly past: boolean }
  | {
      readonly kind: "recurrence";
      readonly recurrence: Recurrence;
      readonly allDay: boolean;
      readonly next: readonly Occurrence[];
      readonly end?: HourOfDay | undefined;
    };

/** All that is meant, and why it is more than one. */
export interface Sense {
  readonly found: readonly Found[];
  readonly doubts: readonly Doubt[];
}

export const NOTHING: Sense = { found: [], doubts: [] };

const keyOf = (found: Found): string => {
  if (found.kind === "instant") return `${found.at.getTime()}`;
  return found.kind === "date" ? `${found.day}` : JSON.stringify(found.recurrence);
};

const isPast = (found: Found): boolean => found.kind !== "recurrence" && found.past;

/** What is over drops out beside what is not, and what comes to the same is one. */
export function settled({ found, doubts }: Sense): Sense {
  const ahead = found.filter((each) => !isPast(each));
  const left = ahead.length > 0 ? ahead : found.slice(-1);
  if (left.length < 2) return { found: left, doubts };
  const unique = new Map(left.map((each) => [keyOf(each), each]));
  return { found: [...unique.values()], doubts };
}
