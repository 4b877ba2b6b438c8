import type { PersonPreferences } from "@todo-mesh/contracts";

/** How times and words are written for whoever looks at this page. */
export type Writing = Pick<PersonPreferences, "timezone" | "locale" | "hour_cycle">;

const WRITING = "writing";

/** The zone of this browser. */
export const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The choice that was kept here: what is written first is written so, before the mesh was asked. */
export const writing: Writing = kept();

const zoneOf = ({ timezone }: Writing): string => (isZone(timezone) ? timezone : browserZone);

/** The zone in which this page shows and reads times. */
export const zone = zoneOf(writing);

function kept(): Writing {
  try {
    return JSON.parse(localStorage.getItem(WRITING) ?? "{}") as Writing;
  } catch {
    // Without storage it is written as the browser's own settings say.
    return {};
  }
}

/** Keeps how things are written from now on; answers whether that is another way than what is shown. */
export function keepWriting({ timezone, locale, hour_cycle }: Writing): boolean {
  const now: Writing = { timezone, locale, hour_cycle };
  localStorage.setItem(WRITING, JSON.stringify(now));
  const isShown =
    zoneOf(now) === zone && locale === writing.locale && hour_cycle === writing.hour_cycle;
  return !isShown;
}

/** Written as the browser's own settings say again. */
export const forgetWriting = (): void => localStorage.removeItem(WRITING);

function isZone(name: string | undefined): name is string {
  try {
    return name !== undefined && Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** The zone of this browser, if its clocks are not those of the zone that is shown. */
export function otherZoneHere(now: Date): string | undefined {
  const inHalfAYear = new Date(now.getTime() + 182 * 86_400_000);
  const isSame = [now, inHalfAYear].every((at) => wall(at, zone) === wall(at, browserZone));
  return isSame ? undefined : browserZone;
}

const wall = (at: Date, timeZone: string): string =>
  at.toLocaleString("sv", { timeZone, dateStyle: "short", timeStyle: "short" });
