import { type AddInput, isSeen } from "@todo-mesh/contracts";
import { type Context, type Meaning, resolve } from "@todo-mesh/when";
import { isTooLongForTitle } from "../tasks/title-key.ts";
import type { Intent } from "./intent.ts";
import { type Doubt, doubtOf } from "./doubt.ts";
import { unquote } from "./tidy.ts";

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
const LINK = /^(?:to|about|of|that|for)(?: |$)/i;
const TIME_THEN_REMIND = /^.{1,120}?,? remind me /i;
const QUOTED = /^["“‘«].+["”’»]$/;

/** A sentence that wants something on the list. */
interface Wanted {
  readonly line: string;
  /** The words at its beginning that say so. */
  readonly lead: string;
  readonly remind: boolean;
}

/** Reads "add …", "remind me …" and "every weekday at 8 remind me …"; undefined for any other sentence. */
export function readAdding(line: string, context: Context): Intent | undefined {
  const { now } = context;
  const mean = (text: string): Meaning => resolve(text, context);
  const wanted = wantedIn(line);
  if (wanted) return isQuoted(wanted) ? plain(wanted) : intentOf(wanted, now, mean);
  if (!TIME_THEN_REMIND.test(line)) return undefined;
  const meaning = mean(line);
  if (meaning.kind === "none" || /\bremind me\b/i.test(meaning.title)) return undefined;
  return intentOf({ line, lead: "", remind: true }, now, mean);
}

function wantedIn(line: string): Wanted | undefined {
  const remind = REMIND.exec(line);
  if (remind) return { line, lead: remind[0], remind: true };
  const wants = ADD.map((sentence) => sentence.exec(line)).find((match) => match !== null);
  return wants && { line, lead: wants[0], remind: false };
}

// What stands in quotes is a name, whatever it says.
const isQuoted = ({ line, lead, remind }: Wanted): boolean =>
  !remind && QUOTED.test(line.slice(lead.length).trim());

function intentOf(wanted: Wanted, now: Date, mean: (text: string) => Meaning): Intent {
  const meaning = mean(wanted.line);
  if (meaning.kind === "none") return withoutTime(wanted);
  const title = titleOf(meaning.title, wanted);
  return (
    checked(title, doubtOf(meaning, wanted.remind, now)) ??
    add(title, wanted, phraseOf(meaning, mean))
  );
}

// What looks like a time and is none: no clock shows 25:00.
const NO_SUCH_TIME = / (?:at|in|on|by|every) \d\S*(?: [a-z0-9:]+){0,3}$/i;
const NO_SUCH_TIME_FIRST = /^(?:at|on|by) \d{1,2}[:./-]\d\S* (?:to|about) (?=.)/i;

function withoutTime(wanted: Wanted): Intent {
  const said = plainTitle(wanted);
  const title = said.replace(NO_SUCH_TIME, "").replace(NO_SUCH_TIME_FIRST, "");
  const isPlain = !wanted.remind || title === said || checked(said, undefined) !== undefined;
  return isPlain ? plain(wanted) : { kind: "ask-when", title, why: "impossible" };
}

function plain(wanted: Wanted): Intent {
  const title = plainTitle(wanted);
  return checked(title, undefined) ?? add(title, wanted, undefined);
}

const plainTitle = (wanted: Wanted): string =>
  titleOf(wanted.line.slice(wanted.lead.length), wanted);

function titleOf(said: string, { line, lead, remind }: Wanted): string {
  if (lead.length === line.length) return "";
  const begun = lead !== "" && said.startsWith(lead) ? said.slice(lead.length) : said;
  const what = begun.trim().replace(ONTO_THE_LIST, "");
  return unquote(remind ? what.replace(LINK, "") : what);
}

function checked(title: string, doubt: Doubt | undefined): Intent | undefined {
  if (!isSeen(title)) return { kind: "ask-what" };
  if (isTooLongForTitle(title)) return { kind: "too-long" };
  return doubt && { kind: "ask-when", title, ...doubt };
}

function add(title: string, { line, remind }: Wanted, when: string | undefined): Intent {
  const input = {
    title,
    ...(when !== undefined && { when }),
    ...(remind && { remind, link: line.includes(`to ${title}`) ? "to" : "about" }),
  } satisfies AddInput;
  return { kind: "call", name: "add_task", arguments: input };
}

/** The words that tell the time; in full, where they mean something else without the rest of the sentence. */
function phraseOf(meaning: Exclude<Meaning, { kind: "none" }>, mean: (text: string) => Meaning) {
  const { phrase } = meaning;
  return meaning.kind === "ambiguous" || sameReading(mean(phrase), meaning)
    ? phrase
    : meaning.reading;
}

const sameReading = (one: Meaning, other: { readonly reading: string }): boolean =>
  "reading" in one && one.reading === other.reading;
