import type { Logger } from "@todo-mesh/kit";
import { type ErrorKind, kindOf } from "@todo-mesh/ports";
import type { DeadLetters } from "./dead-letters.ts";
import { type Delivery, type Fate, type Refused, valueIn, type Why } from "./delivery.ts";

export interface RefusalDeps {
  readonly topic: string;
  readonly log: Logger;
  readonly deadLetters: DeadLetters | false;
  /** Hears of what was refused for good, before that is safe: so it may hear of it twice. */
  readonly onRefused: (refused: readonly Refused[]) => Promise<void>;
  readonly isWell: () => Promise<boolean>;
  readonly count: (topic: string, kind: ErrorKind) => void;
}

type Unhandled = readonly (readonly [Delivery, Why])[];

/**
 * What happens to events of one topic that are not handled: whoever has to know of what is dropped is told, and
 * what is dropped or set aside is kept. False: that cannot be done now, and they have to come again.
 */
export function createRefusals(deps: RefusalDeps) {
  return {
    tell: (refused: Unhandled) => tell(deps, refused),
    keep: async (fates: ReadonlyMap<Delivery, Fate>): Promise<boolean> => {
      const unhandled = [...fates].flatMap(([delivery, fate]) =>
        "kind" in fate ? [[delivery, fate] as const] : [],
      );
      const dropped = unhandled.filter(([, { verdict }]) => verdict === "DROP");
      return (await tell(deps, dropped)) && keep(deps, unhandled);
    },
  };
}

async function tell({ topic, log, ...deps }: RefusalDeps, refused: Unhandled): Promise<boolean> {
  if (refused.length === 0) return true;
  try {
    await deps.onRefused(
      refused.map(([delivery, { kind, reason }]) => ({
        topic,
        value: valueIn(delivery),
        kind,
        reason,
      })),
    );
    return true;
  } catch (error) {
    const comesAgain = kindOf(error) === "unavailable" && !(await deps.isWell());
    const about = { topic, count: refused.length, error };
    if (comesAgain) log.warn("nobody could be told of refused events: they come again", about);
    else log.error("nobody could be told of refused events", about);
    return !comesAgain;
  }
}

async function keep(
  { topic, log, deadLetters, count }: RefusalDeps,
  unhandled: Unhandled,
): Promise<boolean> {
  if (!deadLetters || unhandled.length === 0) return true;
  try {
    await deadLetters(
      unhandled.map(([{ key, bytes }, { kind, reason }]) => ({
        topic,
        key,
        body: bytes,
        kind,
        reason,
      })),
    );
    for (const [, { kind }] of unhandled) count(topic, kind);
    return true;
  } catch (error) {
    const about = { topic, count: unhandled.length, error };
    log.warn("the dead letters could not be kept: the events come again", about);
    return false;
  }
}
