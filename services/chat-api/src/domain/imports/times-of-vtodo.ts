import { canonicalZone, toLocal } from "@todo-mesh/recurrence";
import ICAL from "ical.js";
import type { ImportWords } from "../replies/import-words.ts";
import { textOf, valuesOf } from "./ical-values.ts";

/** When a VTODO is due, how it comes again and when it rings, as a draft says it; and what of that is not kept. */
export interface Times {
  readonly draft: Readonly<Record<string, unknown>>;
  readonly notes: readonly string[];
  readonly remarks: readonly string[];
}

/** Times of the calendar itself, without a zone, are those of `home`. */
export function timesOf(todo: ICAL.Component, home: string, words: ImportWords): Times {
  const name = ["due", "dtstart"].find((each) => todo.hasProperty(each));
  const rule = textOf(todo, "rrule");
  if (name === undefined) return { ...NONE, remarks: rule ? [words.remarks.noStart] : [] };
  const moment = momentOf(todo, { name, home, words });
  if ("remark" in moment)
    return { ...NONE, notes: [`${words.notes.due}: ${moment.said}`], remarks: [moment.remark] };
  const rings = ringsOf(todo, moment.isDay, words);
  const time = rule
    ? {
        repeat: {
          rule,
          start: moment.local,
          timezone: moment.timezone,
          ...datesOf(todo, moment),
        },
      }
    : { due: { [moment.isDay ? "date" : "local"]: moment.local, timezone: moment.timezone } };
  const draft = { ...time, ...(rings.reminders.length > 0 && { reminders: rings.reminders }) };
  return { draft, notes: [], remarks: rings.remarks };
}

const NONE: Times = { draft: {}, notes: [], remarks: [] };

interface Moment {
  readonly local: string;
  readonly timezone: string;
  readonly isDay: boolean;
}

interface Asked {
  /** Of the property. */
  readonly name: string;
  readonly home: string;
  readonly words: ImportWords;
}

function momentOf(
  todo: ICAL.Component,
  { name, home, words: { remarks: say } }: Asked,
): Moment | { readonly said: string; readonly remark: string } {
  const [value] = valuesOf(todo, name);
  const said = String(value);
  if (!(value instanceof ICAL.Time)) return { said, remark: say.noDate(said) };
  if (value.isDate) return { local: said, timezone: home, isDay: true };
  if (said.endsWith("Z")) return { local: said.slice(0, -1), timezone: "UTC", isDay: false };
  const zone = String(todo.getFirstProperty(name)?.getParameter("tzid") ?? "");
  const timezone = zone === "" ? home : zoneOf(zone);
  return timezone === undefined
    ? { said: `${said} ${zone}`, remark: say.noZone(zone) }
    : { local: said, timezone, isDay: false };
}

/** Calendars name zones by paths, too: "/freeassociation.sourceforge.net/Europe/Rome". */
function zoneOf(name: string): string | undefined {
  const parts = name.split("/").filter(Boolean);
  return [parts, parts.slice(-2), parts.slice(-3)]
    .map((some) => canonicalZone(some.join("/")))
    .find((zone) => zone !== undefined);
}

/** Dates that do not happen, and dates beside the rule, in the zone of the series. */
function datesOf(todo: ICAL.Component, { isDay, timezone }: Moment) {
  const local = (date: string): string => {
    if (isDay) return date.slice(0, 10);
    const at = Date.parse(date);
    return date.endsWith("Z") && Number.isFinite(at) ? toLocal(new Date(at), timezone) : date;
  };
  const all = (name: string): string[] => valuesOf(todo, name).map(String).map(local);
  const [exdates, rdates] = [all("exdate"), all("rdate")];
  return { ...(exdates.length > 0 && { exdates }), ...(rdates.length > 0 && { rdates }) };
}

/** Alarms (RFC 5545 §3.6.6): so long before or after it is due, or at a moment. */
function ringsOf(todo: ICAL.Component, isDay: boolean, words: ImportWords) {
  const reminders: object[] = [];
  const remarks: string[] = [];
  for (const alarm of todo.getAllSubcomponents("valarm")) {
    const [trigger] = valuesOf(alarm, "trigger");
    if (trigger instanceof ICAL.Duration && !isDay)
      reminders.push({ minutes: Math.round(trigger.toSeconds() / 60) });
    else if (trigger instanceof ICAL.Time && String(trigger).endsWith("Z"))
      reminders.push({ at: String(trigger) });
    else remarks.push(words.remarks.alarm(String(trigger)));
  }
  return { reminders, remarks };
}
