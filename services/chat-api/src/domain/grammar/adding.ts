import type { Intent } from "./intent.ts";
import { leftOverTime } from "./left-over-time.ts";
import { unquote } from "./tidy.ts";
import { readPhrase, type TimeReading, understandTime } from "./time.ts";

const LONGEST_TITLE = 200;
const REMIND =
  /^(?:remind me|remember|(?:set|add|create|make)(?: me)? a reminder|reminder)(?=[ :,]|$)[:,]?/i;
const ADD: readonly RegExp[] = [
  /^(?:add|create|make|new)(?: an?| the| this)?(?: new)? (?:task|todo|to-do)\b:?(?: to(?= ))?/i,
  /^(?:add|todo|to-do|task|note(?: down)?|jot down)(?=[ :]|$):?/i,
  /^(?:don['’]t|do not)(?: let me)? forget(?: to(?= ))?(?= |$)/i,
  /^i(?: really)? (?:need|have) to(?= )/i,
  /^put (?=.+ (?:on|in|onto|into) (?:my|the|our) (?:to-?do |task )?(?:list|tasks|todos)$)/i,
];
const ONTO_THE_LIST =
  / (?:to|on|in|onto|into) (?:my|the|our) (?:to-?do |task )?(?:list|tasks|todos)$/i;
const LINK = /^(to|about|of|that|for)(?: |$)/i;
const TIME_THEN_WHAT = /^(.{1,60}?),? ((?:to|about|of|that) .*)$/i;
const TIME_THEN_REMIND = /^(.{1,60}?),? (remind me .*)$/i;

/** Reads "add …", "remind me …" and "tomorrow at 9 remind me …"; undefined for any other sentence. */
export function readAdding(line: string, now: Date, timezone: string): Intent | undefined {
  const remind = REMIND.exec(line);
  if (remind) return reminder(line.slice(remind[0].length).trim(), now, timezone);
  const add = ADD.map((sentence) => sentence.exec(line)).find((match) => match !== null);
  if (add) return plainTask(line.slice(add[0].length).trim(), now, timezone);
  const [, phrase = "", rest = ""] = TIME_THEN_REMIND.exec(line) ?? [];
  const reading = readPhrase(phrase, now, timezone);
  return reading && reminderOf(rest.replace(REMIND, "").trim(), { phrase, reading });
}

interface Said {
  readonly phrase: string;
  readonly reading: TimeReading;
}

function reminder(said: string, now: Date, timezone: string): Intent {
  const [, phrase = "", what = ""] = TIME_THEN_WHAT.exec(said) ?? [];
  const reading = readPhrase(phrase, now, timezone);
  if (reading) return reminderOf(what, { phrase, reading });
  const found = understandTime(said, now, timezone);
  return reminderOf(found?.rest ?? said, found);
}

function reminderOf(what: string, time: Said | undefined): Intent {
  const link = LINK.exec(what);
  const title = unquote(link ? what.slice(link[0].length) : what);
  return checked(title, time, link?.[1]?.toLowerCase() === "to" ? "to" : "about");
}

// A task needs no time, so "add call mum tomorrow" is a task by that name; only a time that cannot be is asked about.
function plainTask(said: string, now: Date, timezone: string): Intent {
  const text = said.replace(ONTO_THE_LIST, "");
  const found = understandTime(text, now, timezone);
  const dayOnly = found?.reading.kind === "unclear" && found.reading.why === "no-clock";
  if (!found || dayOnly) return checked(unquote(text), undefined, undefined);
  return checked(unquote(found.rest.replace(ONTO_THE_LIST, "")), found, undefined);
}

function checked(
  title: string,
  time: Said | undefined,
  remind: "to" | "about" | undefined,
): Intent {
  if (title === "") return { kind: "ask-what" };
  if (title.length > LONGEST_TITLE) return { kind: "too-long" };
  const why = whyUnclear(title, time, remind !== undefined);
  return why
    ? { kind: "ask-when", title, why }
    : { kind: "add", title, when: time?.phrase, remind };
}

function whyUnclear(title: string, time: Said | undefined, wantsTime: boolean) {
  if (time?.reading.kind === "unclear") return time.reading.why;
  return time || wantsTime ? leftOverTime(title) : undefined;
}
