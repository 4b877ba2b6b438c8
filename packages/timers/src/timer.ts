import { AppError, type Json } from "@todo-mesh/ports";
import { keyOf } from "@todo-mesh/state";
import { z } from "zod";
import type { Grouped } from "./turns/fair-queue.ts";

/** Something that shall happen once at `at`. Its name is its identity: setting the same name again replaces it. */
export interface Timer<Data> {
  /** 1 to 120 of `A-Z a-z 0-9 . _ -`; each part between dots begins with a letter or digit. */
  readonly name: string;
  readonly at: Date;
  readonly data: Data;
  /** Whose it is, in 1 to 120 characters that say no more: groups take turns, so that none is held up by another's thousands. */
  readonly group?: string | undefined;
}

/** A timer whose time has come, as `fire` gets it. `at` is the time it was set for, however late it is now. */
export type DueTimer<Data> = Omit<Timer<Data>, "group">;

/** One setting of a timer: a name set twice has two generations, of which only the later counts. */
export interface Setting extends Grouped {
  readonly name: string;
  readonly generation: string;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9][A-Za-z0-9_-]*)*$/;
const LONGEST_NAME = 120;
const YEAR_10000 = Date.UTC(10_000, 0);

/** Throws `invalid` for a name that cannot be part of a job's name, or for a time that is none. */
export function checkTimer({ name, at, group }: Omit<Timer<unknown>, "data">): void {
  if (name.length > LONGEST_NAME || !NAME.test(name))
    throw new AppError(
      "invalid",
      `A timer's name has 1 to ${LONGEST_NAME} of A-Za-z0-9._- and begins each part with a letter or digit`,
    );
  if (!(at.getTime() >= 0 && at.getTime() < YEAR_10000))
    throw new AppError("invalid", "A timer's time lies between 1970 and 9999");
  if (group !== undefined && (group.length === 0 || group.length > LONGEST_NAME))
    throw new AppError("invalid", `A timer's group has 1 to ${LONGEST_NAME} characters`);
}

export const timerKey = (timers: string, name: string): string => keyOf("timer", timers, name);

export const rowSchema = <Data extends Json>(data: z.ZodType<Data>) =>
  z.object({ at: z.iso.datetime(), generation: z.string(), data });

// Generations are ids without dots, so the last dot ends the timer's name.
export const jobName = (timers: string, { name, generation }: Setting): string =>
  `${timers}.${name}.${generation}`;

/** The setting a job stands for; undefined when it is not one of these timers' jobs. */
export function settingOf(timers: string, job: string): Setting | undefined {
  const end = job.lastIndexOf(".");
  if (!job.startsWith(`${timers}.`) || end <= timers.length) return undefined;
  return { name: job.slice(timers.length + 1, end), generation: job.slice(end + 1) };
}
