import type { Zone } from "../types.ts";
import { FIXED, LINKS } from "./links.ts";
import { remember } from "./remember.ts";

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

// Intl takes a name in any case and keeps what it made for each: it is asked for none but those of this table.
const canonical = new Map<string, Zone>();
for (const name of [...Intl.supportedValuesOf("timeZone"), ...words(FIXED)]) learn(name, name);
for (const line of LINKS.split("\n")) {
  const [zone = "", ...others] = words(line);
  for (const name of [zone, ...others]) if (name !== "") learn(name, zone);
}

function learn(name: string, zone: Zone): void {
  canonical.set(name, zone).set(name.toLowerCase(), zone);
}

/** The one name by which a zone is kept, for any of its names in any case; undefined for what is no name of a zone. */
export const canonicalZone = (name: string): Zone | undefined =>
  canonical.get(name) ?? canonical.get(name.toLowerCase());

/** All zones, by the names by which they are kept. */
export const allZones = (): readonly Zone[] => [...new Set(canonical.values())];

const OFFSET = /^([+-])(\d\d)(?::?(\d\d))?$/;

/** Minutes ahead of UTC of what is no zone but a distance from UTC, `+02:00`; undefined for anything else. */
export function fixedOffset(text: string): number | undefined {
  const [, sign, hours, minutes] = OFFSET.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const size = Number(hours) * 60 + Number(minutes ?? 0);
  return sign === "-" ? -size : size;
}

/** The zone that always has this distance from UTC, `+02:00`, where there is one. */
export function zoneOfOffset(text: string): Zone | undefined {
  const minutes = fixedOffset(text);
  if (minutes === undefined) return undefined;
  if (minutes === 0) return "UTC";
  return canonicalZone(`Etc/GMT${minutes < 0 ? "+" : "-"}${Math.abs(minutes) / 60}`);
}

/**
 * A zone that was kept while any spelling was, and distances from UTC: what it is called now. Everything that it
 * gives can be carried out; what nobody knows any more is UTC, for the instant beside it is right all the same.
 */
export const keptZone = (name: string): Zone =>
  canonicalZone(name) ??
  zoneOfOffset(name) ??
  (fixedOffset(name) === undefined ? remember(oddNames, ODD_NAMES_KEPT, name, askIntl) : name);

// Intl knows some names beside those of the IANA, such as PST; they were let in once.
const ODD_NAMES_KEPT = 64;
const oddNames = new Map<string, Zone>();

function askIntl(name: string): Zone {
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
    return canonicalZone(timeZone) ?? "UTC";
  } catch {
    return "UTC";
  }
}
