import type { Refusal } from "../types.ts";
import { remember } from "../zone/remember.ts";
import {
  isNumberPart,
  type NumberPart,
  readAmount,
  readFrequency,
  readNumbers,
  readUntil,
  readWeekday,
  readWeekdays,
  shapeOf,
} from "./parts.ts";
import { BY_PARTS, type Frequency, type NumberParts, type Rule } from "./rule.ts";

const LONGEST_RULE = 4_096;

type Draft = { -readonly [Name in keyof Rule]?: Rule[Name] };

const NO_NUMBERS: NumberParts = {
  BYMONTH: [],
  BYWEEKNO: [],
  BYYEARDAY: [],
  BYMONTHDAY: [],
  BYHOUR: [],
  BYMINUTE: [],
  BYSECOND: [],
  BYSETPOS: [],
};

// A series is searched, and described, again and again, and people's rules are much alike.
const RULES_KEPT = 512;
const known = new Map<string, Rule | Refusal>();

/** Reads a rule of RFC 5545 §3.3.10, in any case, with or without "RRULE:"; says which part is at fault if it is none. */
export function parseRule(text: string): Rule | Refusal {
  if (text.length > LONGEST_RULE)
    return { refused: `A rule has at most ${LONGEST_RULE} characters`, part: "rule" };
  return remember(known, RULES_KEPT, text, readRule);
}

function readRule(text: string): Rule | Refusal {
  const draft: Draft = {};
  const value = text.toUpperCase().replace(/^RRULE:/, "");
  for (const item of value.replace(/;$/, "").split(";")) {
    const refusal = addPart(draft, item);
    if (refusal !== undefined) return refusal;
  }
  if (draft.FREQ === undefined) return { refused: "A rule must say its FREQ", part: "FREQ" };
  const rule = { INTERVAL: 1, WKST: 0, BYDAY: [], ...NO_NUMBERS, ...draft, FREQ: draft.FREQ };
  return validateCombination(rule) ?? rule;
}

function addPart(draft: Draft, item: string): Refusal | undefined {
  const equals = item.indexOf("=");
  const name = item.slice(0, Math.max(0, equals));
  if (!isPart(name)) {
    const part = (equals < 0 ? item : name).slice(0, 20);
    return { refused: `"${part}" is no part of a rule`, part };
  }
  if (draft[name] !== undefined) return { refused: `${name} stands twice`, part: name };
  const read = readPart(name, item.slice(equals + 1));
  if (read === undefined) return { refused: `${name} must be ${shapeOf(name)}`, part: name };
  Object.assign(draft, read);
  return undefined;
}

type Part = keyof Rule;

const under = <Name extends Part>(name: Name, value: Rule[Name] | undefined): Draft | undefined =>
  value === undefined ? undefined : { [name]: value };

const READERS: {
  readonly [Name in Exclude<Part, NumberPart>]: (text: string) => Draft | undefined;
} = {
  FREQ: (text) => under("FREQ", readFrequency(text)),
  INTERVAL: (text) => under("INTERVAL", readAmount(text)),
  COUNT: (text) => under("COUNT", readAmount(text)),
  UNTIL: (text) => under("UNTIL", readUntil(text)),
  WKST: (text) => under("WKST", readWeekday(text)),
  BYDAY: (text) => under("BYDAY", readWeekdays(text)),
};

const isPart = (name: string): name is Part => isNumberPart(name) || Object.hasOwn(READERS, name);

const readPart = (name: Part, text: string): Draft | undefined =>
  isNumberPart(name) ? under(name, readNumbers(name, text)) : READERS[name](text);

type Verdict =
  { readonly ok: true } | { readonly ok: false; readonly reason: string; readonly part: string };

/** Whether a rule (without "RRULE:") is one we can follow; if not, why, and which part is at fault. Never throws. */
export function checkRule(rule: string): Verdict {
  const read = parseRule(rule);
  return "refused" in read ? { ok: false, reason: read.refused, part: read.part } : { ok: true };
}

// RFC 5545 §3.3.10: the frequencies with which a part must not stand.
const NOT_WITH: Readonly<Partial<Record<Part, readonly Frequency[]>>> = {
  BYWEEKNO: ["MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"],
  BYYEARDAY: ["MONTHLY", "WEEKLY", "DAILY"],
  BYMONTHDAY: ["WEEKLY"],
};

const refuse = (part: string, refused: string): Refusal => ({ refused, part });

// Why parts that are each well-formed cannot stand together.
function validateCombination(rule: Rule): Refusal | undefined {
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
