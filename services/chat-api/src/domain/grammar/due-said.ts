import {
  atFault,
  type Due,
  type DueInput,
  isRefusal,
  type Refusal,
  type Task,
} from "@todo-mesh/contracts";
import { addDays, isOverdue, resolveDue } from "@todo-mesh/recurrence";
import { type Meaning, resolve } from "@todo-mesh/when";
import { because, REASONS } from "../tasks/reasons.ts";
import { asPhrase, momentOf, type SaidUntil } from "./until-moment.ts";

type Found = { readonly due: Due } | Refusal;

const no = (message: string): Refusal => atFault({ field: "until", message });

/**
 * When a task is due from now on, as somebody said it; or why that is no time to come. A day alone keeps the time of
 * day that the task has, and a time alone its day, if that is to come.
 */
export function dueSaid(
  said: SaidUntil,
  task: Pick<Task, "due">,
  now: Date,
): { readonly due: Due } | Refusal {
  const found =
    "text" in said.until ? dueMeant(meaningOf(said, now), task, now) : inPlain(said, now);
  if (isRefusal(found)) return found;
  return isOverdue(found.due, now) ? no(REASONS["moment-over"]) : found;
}

function inPlain(said: SaidUntil, now: Date): Found {
  const found = momentOf(said, now);
  return isRefusal(found) ? found : { due: found.moment };
}

function meaningOf({ until, context }: SaidUntil, now: Date): Meaning {
  const { text, timezone = context?.timezone ?? "UTC" } = "text" in until ? until : { text: "" };
  return resolve(asPhrase(text), { ...context, timezone, now });
}

function dueMeant(meaning: Meaning, { due }: Pick<Task, "due">, now: Date): Found {
  if (meaning.kind === "instant") return atTime(meaning, due, now);
  if (meaning.kind === "date") return resolved(onDay(meaning, due));
  if (meaning.kind !== "ambiguous") return no(REASONS["no-such-time"]);
  const choices = meaning.candidates.map(({ reading }) => reading).join("; ");
  return no(because("which-moment", choices));
}

/** "At 17:30" is that time of the day it is due, unless that is over. */
function atTime(
  { at, local, timezone, anyDay }: Extract<Meaning, { kind: "instant" }>,
  due: Due | undefined,
  now: Date,
): Found {
  const said = resolved({ at: at.toISOString(), timezone });
  if (!anyDay || !due) return said;
  const thatDay = resolved({ local: `${dayOf(due)}T${local.slice(11)}`, timezone });
  return isRefusal(thatDay) || isOverdue(thatDay.due, now) ? said : thatDay;
}

const dayOf = (due: Due): string => addDays("date" in due ? due.date : due.local, 0);

function onDay(
  { date, timezone }: { date: string; timezone: string },
  due: Due | undefined,
): DueInput {
  if (!due || "date" in due) return { date, timezone };
  const { local, timezone: zone, floating } = due;
  return { local: `${date}T${local.slice(11)}`, timezone: zone, ...(floating && { floating }) };
}

function resolved(input: DueInput): Found {
  const found = resolveDue(input);
  return found.kind === "due" ? { due: found.due } : no(REASONS["no-such-time"]);
}
