import { z } from "zod";
import { isWaiting, type Ledger } from "../ledger/ledger.ts";
import { nextNag } from "../announcing/nag.ts";

/** What a reminder's timer carries: where its ledger is. The timer has the reminder's id as its name. */
export const TimerData = z.object({ task_id: z.uuid() });
export type TimerData = z.infer<typeof TimerData>;

/** What turns the timers that one ledger wanted into those that the next one wants. */
export function timersBetween(before: Ledger | undefined, after: Ledger) {
  const [had, wants] = [timersWanted(before), timersWanted(after)];
  return {
    cancel: had.map(({ name }) => name).filter((name) => !wants.some((it) => it.name === name)),
    set: wants.filter(
      ({ name, at }) => !had.some((it) => it.name === name && it.at.getTime() === at.getTime()),
    ),
  };
}

/** The timers that a ledger wants: one for each reminder that waits, and one for the next repetition. */
export function timersWanted(ledger: Ledger | undefined) {
  if (!ledger) return [];
  const { task_id, reminders } = ledger;
  const nag = nextNag(ledger);
  const waiting = reminders
    .filter(isWaiting)
    .map(({ id, due_at }) => ({ name: id, at: new Date(due_at) }));
  return [...waiting, ...(nag ? [nag] : [])].map((timer) => ({ ...timer, data: { task_id } }));
}
