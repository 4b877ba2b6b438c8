import { uptime } from "node:os";
import type { Clock, IdSource } from "@todo-mesh/ports";
import { v7 } from "uuid";
import type { Logger } from "../log/logger.ts";

/** Ways in which a machine tells time, in milliseconds. */
interface MachineTime {
  /** Since 1970, as people set it. */
  wall(): number;
  /** Since some moment, without the time for which the machine slept; nobody can set it. */
  running(): number;
  /** The same with the time for which it slept; slower to ask. */
  up(): number;
}

const thisMachine: MachineTime = {
  wall: () => Date.now(),
  running: () => performance.now(),
  up: () => uptime() * 1_000,
};

const NEAR_MS = 2_000;
const COMPARED_EVERY_MS = 60_000;
const BELIEVED_AFTER_MS = 5 * 60_000;

/**
 * The time of this machine. When its wall clock is set by more than 2 s while it runs, time goes on as before, for
 * five minutes: an error that is mended by then has made nothing early, and nothing late. What stands for longer is
 * the time. A machine that slept is believed at once.
 */
export function steadyClock(log: Pick<Logger, "warn">, machine = thisMachine): Clock {
  const readAll = () => ({ wall: machine.wall(), running: machine.running(), up: machine.up() });
  let known = readAll();
  let doubted: { readonly byMs: number; readonly since: number } | undefined;

  const believe = (): number => {
    known = readAll();
    doubted = undefined;
    return known.wall;
  };
  const doubt = (byMs: number, { wall, running }: { wall: number; running: number }): boolean => {
    if (!doubted || Math.abs(doubted.byMs - byMs) > NEAR_MS) {
      doubted = { byMs, since: running };
      log.warn("the clock was set; it is believed if it stays so for five minutes", {
        from: new Date(wall - byMs).toISOString(),
        to: new Date(wall).toISOString(),
      });
    }
    return running - doubted.since < BELIEVED_AFTER_MS;
  };

  return {
    now: () => {
      const [wall, running] = [machine.wall(), machine.running()];
      const expected = known.wall + running - known.running;
      if (Math.abs(wall - expected) <= NEAR_MS) {
        doubted = undefined;
        // Small adjustments are followed, however many there are.
        if (running - known.running > COMPARED_EVERY_MS) known = readAll();
        return new Date(wall);
      }
      const slept = machine.up() - known.up - (running - known.running);
      const byMs = wall - expected - slept;
      if (Math.abs(byMs) <= NEAR_MS || !doubt(byMs, { wall, running })) return new Date(believe());
      return new Date(expected + slept);
    },
  };
}

/** UUIDs of version 7 (RFC 9562): in the order this process made them. */
export const uuidV7Ids: IdSource = { next: () => v7() };
