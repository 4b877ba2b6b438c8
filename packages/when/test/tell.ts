import type { Offset } from "@todo-mesh/recurrence";
import type { Candidate, Meaning } from "../src/index.ts";

const wall = (local: string): string => local.replace("T", " ").replace(/:00$/, "");

function tellOffset(offset: Offset): string {
  if ("minutes" in offset) return `${offset.minutes} min`;
  return `${offset.days} days${offset.time === undefined ? "" : ` ${offset.time}`}`;
}

type Of<K extends Candidate["kind"]> = Extract<Candidate, { kind: K }>;

const tellInstant = ({ local, timezone, past }: Of<"instant">, home: string): string =>
  `${wall(local)}${timezone === home ? "" : ` ${timezone}`}${past ? " past" : ""}`;

function tellSeries({ recurrence, all_day: allDay }: Of<"recurrence">, home: string): string {
  const { rule, start, from, timezone, exdates = [] } = recurrence;
  const except = exdates.length > 0 ? ` except ${exdates.map(wall).join(", ")}` : "";
  const zone = timezone === home ? "" : ` ${timezone}`;
  const begin = allDay ? start.slice(0, 10) : wall(start);
  return `${rule.replace("FREQ=", "")} @${begin}${zone}${from === "completion" ? " done" : ""}${except}`;
}

function tellOne(meaning: Candidate, home: string): string {
  if (meaning.kind === "offset") return `due ${tellOffset(meaning)}`;
  if (meaning.kind === "date") return `${meaning.date}${meaning.past ? " past" : ""}`;
  return meaning.kind === "instant" ? tellInstant(meaning, home) : tellSeries(meaning, home);
}

const tellReminded = (meaning: Candidate, home: string): string =>
  tellOne(meaning, home) + (meaning.remind ? ` remind ${tellOffset(meaning.remind)}` : "");

/**
 * A meaning in one line: `2026-11-25 09:00`, `2026-11-25`, `WEEKLY;BYDAY=MO @2026-11-30 08:00`,
 * `due -10 min`, `-` for none, `? why: one | other` for a doubt. A zone is named if it is not `home`.
 */
export function tell(meaning: Meaning, home: string): string {
  if (meaning.kind === "none") return "-";
  if (meaning.kind !== "ambiguous") return tellReminded(meaning, home);
  return `? ${meaning.why}: ${meaning.candidates.map((each) => tellReminded(each, home)).join(" | ")}`;
}
