import type { Refusal } from "../types.ts";
import { BY_PARTS, type Frequency, type Rule } from "./rule.ts";

type Part = keyof Rule;

// RFC 5545 §3.3.10: the frequencies with which a part must not stand.
const NOT_WITH: Readonly<Partial<Record<Part, readonly Frequency[]>>> = {
  BYWEEKNO: ["MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"],
  BYYEARDAY: ["MONTHLY", "WEEKLY", "DAILY"],
  BYMONTHDAY: ["WEEKLY"],
};

const refuse = (part: string, refused: string): Refusal => ({ refused, part });

/** Why parts that are each well-formed cannot stand together. */
export function misfit(rule: Rule): Refusal | undefined {
  if (rule.COUNT !== undefined && rule.UNTIL !== undefined)
    return refuse("UNTIL", "A rule ends by COUNT or by UNTIL, not by both");
  const given = BY_PARTS.filter((part) => rule[part].length > 0);
  const stranger = given.find((part) => NOT_WITH[part]?.includes(rule.FREQ));
  if (stranger !== undefined)
    return refuse(stranger, `${stranger} has no meaning with FREQ=${rule.FREQ}`);
  if (rule.BYSETPOS.length > 0 && given.length === 0)
    return refuse("BYSETPOS", "BYSETPOS needs another BY part to choose from");
  return numberedWeekday(rule);
}

function numberedWeekday(rule: Rule): Refusal | undefined {
  if (rule.BYDAY.every(({ nth }) => nth === 0)) return undefined;
  if (rule.FREQ !== "YEARLY" && rule.FREQ !== "MONTHLY")
    return refuse("BYDAY", `A numbered weekday has no meaning with FREQ=${rule.FREQ}`);
  if (rule.BYWEEKNO.length > 0)
    return refuse("BYDAY", "A numbered weekday has no meaning beside BYWEEKNO");
  return undefined;
}
