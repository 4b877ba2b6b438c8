/** When a task of the older product is due; or what stands there instead of a moment. */
export type OlderDue =
  | { readonly kind: "none" }
  | { readonly kind: "odd"; readonly said: string }
  | {
      readonly kind: "due";
      readonly due: Readonly<Record<string, string>>;
      readonly start: string;
    };

const MOMENT = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d)(?:\.\d+)?(\+00(?::?00)?|Z)?)?$/;
const MIDNIGHT = "00:00:00";

/** As PostgreSQL writes it: a day, a time without a zone, or one in UTC. At midnight without a zone it is a day. */
export function dueOfOlder(text: string | null, timezone: string): OlderDue {
  const said = (text ?? "").trim();
  if (said === "") return { kind: "none" };
  const [, date, time = MIDNIGHT, zone] = MOMENT.exec(said) ?? [];
  return date === undefined ? { kind: "odd", said } : momentOf({ date, time, zone }, timezone);
}

interface Written {
  readonly date: string;
  readonly time: string;
  readonly zone: string | undefined;
}

function momentOf({ date, time, zone }: Written, timezone: string): OlderDue {
  const local = `${date}T${time}`;
  if (zone !== undefined)
    return { kind: "due", due: { at: `${local}Z`, timezone: "UTC" }, start: local };
  return time === MIDNIGHT
    ? { kind: "due", due: { date, timezone }, start: date }
    : { kind: "due", due: { local, timezone }, start: local };
}

/** The rule of its recurrence; or what stands there and is not clear. */
export type OlderRule =
  | { readonly kind: "none" }
  | { readonly kind: "odd"; readonly said: string }
  | { readonly kind: "rule"; readonly rule: string };

const NEVER: ReadonlySet<string> = new Set(["", "none", "never", "no", "null"]);
const WORKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
const WORDS: Readonly<Record<string, string>> = {
  daily: "FREQ=DAILY",
  weekly: "FREQ=WEEKLY",
  biweekly: "FREQ=WEEKLY;INTERVAL=2",
  monthly: "FREQ=MONTHLY",
  yearly: "FREQ=YEARLY",
  annually: "FREQ=YEARLY",
  weekdays: WORKDAYS,
  "every weekday": WORKDAYS,
};
const UNITS: Readonly<Record<string, string>> = {
  day: "DAILY",
  week: "WEEKLY",
  month: "MONTHLY",
  year: "YEARLY",
};
const EVERY = /^every(?: (\d{1,3}|other))? (day|week|month|year)s?$/;

/** "daily", "every 3 days", or the text of an RRULE. */
export function ruleOfOlder(text: string | null): OlderRule {
  const said = (text ?? "").trim().replaceAll(/\s+/g, " ");
  const words = said.toLowerCase();
  if (NEVER.has(words)) return { kind: "none" };
  const rule = written(said) ?? WORDS[words] ?? every(words);
  return rule === undefined ? { kind: "odd", said } : { kind: "rule", rule };
}

function written(said: string): string | undefined {
  const rule = said.replace(/^RRULE:/i, "").toUpperCase();
  return rule.startsWith("FREQ=") ? rule : undefined;
}

function every(words: string): string | undefined {
  const [, count = "1", unit = ""] = EVERY.exec(words) ?? [];
  const freq = UNITS[unit];
  return freq && `FREQ=${freq};INTERVAL=${count === "other" ? "2" : count}`;
}
