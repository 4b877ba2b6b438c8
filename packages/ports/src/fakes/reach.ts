import { AppError } from "../errors.ts";

/** The switch every fake has: while away, each call fails as it does when the real thing is gone. */
export function reachable(what: string) {
  let away = false;
  return {
    setAway: (now: boolean): void => void (away = now),
    reach: (): void => {
      if (away) throw new AppError("unavailable", `The ${what} did not answer`);
    },
  };
}
