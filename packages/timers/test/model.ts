import { expect } from "@jest/globals";
import type { aWorld } from "./a-world.ts";

export interface PaperTimer {
  readonly name: string;
  readonly id: string;
  readonly at: Date;
}

/** Of each name, the timer that must yet fire: what a list on paper would say. */
export function paperModel(effects: ReturnType<typeof aWorld>["effects"]) {
  const standing = new Map<string, PaperTimer>();
  const everAsked = new Map<string, PaperTimer>();
  let replaced = new Set<string>();
  let lastAt = 0;

  // A timer leaves `everAsked` when it fires, so that whatever fires beside these is wrong.
  const checkNew = (id: string, firedAt: string): void => {
    const timer = everAsked.get(id);
    everAsked.delete(id);
    expect({ id, early: Date.parse(firedAt) < (timer?.at.getTime() ?? 0) }).toEqual({
      id,
      early: false,
    });
    const stands = timer !== undefined && standing.get(timer.name) === timer;
    expect({ id, mayFire: stands || replaced.has(id) }).toEqual({ id, mayFire: true });
    if (stands) standing.delete(timer.name);
  };

  return {
    standing,
    /** Somebody asks for this timer; whether he gets it will be seen. */
    ask: (timer: PaperTimer): void => {
      everAsked.set(timer.id, timer);
      lastAt = Math.max(lastAt, timer.at.getTime());
    },
    /** When the last of all that was ever asked for is due, cancelled or not. */
    end: (): number => lastAt,
    /** From the end of this turn on, only `timer` may fire of that name, or nothing. */
    replace: (name: string, timer: PaperTimer | undefined): void => {
      const before = standing.get(name);
      if (before) replaced.add(before.id);
      standing.delete(name);
      if (timer) standing.set(name, timer);
    },
    /** Every effect is the only one of its timer, not early, and of a timer that stood during this turn. */
    check: (known: Set<string>): void => {
      for (const [id, { times, at }] of Object.entries(effects())) {
        expect({ id, times }).toEqual({ id, times: 1 });
        if (!known.has(id)) checkNew(id, at);
        known.add(id);
      }
      replaced = new Set();
    },
  };
}
