import { type AddInput, isSeen } from "@todo-mesh/contracts";
import { type Context, type Meaning, resolve } from "@todo-mesh/when";
import { isTooLongForTitle } from "../tasks/title-key.ts";
import type { Doubt, Intent } from "../intents/intent.ts";
import type { Sentences } from "../languages/sentences.ts";
import { doubtOf } from "./doubt.ts";
import { unquote } from "./tidy.ts";

type Words = Sentences["adding"];

const QUOTED = /^["“„‘‚«].+["”“’‘»]$/;

/** A sentence that wants something on the list. */
interface Wanted {
  readonly line: string;
  /** The words at its beginning that say so. */
  readonly lead: string;
  readonly remind: boolean;
  readonly words: Words;
}

/** Reads "add …", "remind me …" and "every weekday at 8 remind me …"; undefined for any other sentence. */
export function readAdding(
  line: string,
  context: Context,
  { adding: words }: Pick<Sentences, "adding">,
): Intent | undefined {
  const mean = (text: string): Meaning => resolve(text, context);
  const wanted = wantedIn(line, words);
  if (wanted) return isQuoted(wanted) ? plain(wanted) : intentOf(wanted, context, mean);
  if (!words.timeThenRemind.test(line)) return undefined;
  const meaning = mean(line);
  if (meaning.kind === "none" || words.remindWithin.test(meaning.title)) return undefined;
  return intentOf({ line, lead: "", remind: true, words }, context, mean);
}

function wantedIn(line: string, words: Words): Wanted | undefined {
  const remind = words.remind.exec(line);
  if (remind) return { line, lead: remind[0], remind: true, words };
  const wants = words.add.map((sentence) => sentence.exec(line)).find((match) => match !== null);
  return wants && { line, lead: wants[0], remind: false, words };
}

// What stands in quotes is a name, whatever it says.
const isQuoted = ({ line, lead, remind }: Wanted): boolean =>
  !remind && QUOTED.test(line.slice(lead.length).trim());

function intentOf(wanted: Wanted, context: Context, mean: (text: string) => Meaning): Intent {
  const meaning = mean(wanted.line);
  if (meaning.kind === "none") return withoutTime(wanted, meaning.title);
  const title = titleOf(meaning.title, wanted);
  return (
    checked(title, wanted, doubtOf(meaning, wanted.remind, context)) ??
    add(title, wanted, phraseOf(meaning, mean))
  );
}

function withoutTime(wanted: Wanted, left: string): Intent {
  const said = titleOf(left, wanted);
  const [atEnd, atBegin] = wanted.words.noSuchTime;
  const title = said.replace(atEnd, "").replace(atBegin, "");
  const isPlain = !wanted.remind || title === said || checked(said, wanted) !== undefined;
  if (isPlain) return plain(wanted, said);
  return { kind: "ask-when", title, remind: wanted.remind, why: "impossible" };
}

function plain(wanted: Wanted, title = plainTitle(wanted)): Intent {
  return checked(title, wanted) ?? add(title, wanted, undefined);
}

const plainTitle = (wanted: Wanted): string =>
  titleOf(wanted.line.slice(wanted.lead.length), wanted);

function titleOf(said: string, { line, lead, remind, words }: Wanted): string {
  if (lead.length === line.length) return "";
  const begun = lead !== "" && said.startsWith(lead) ? said.slice(lead.length) : said;
  const what = begun.trim().replace(words.ontoTheList, "");
  return unquote(remind ? what.replace(words.link, "") : what);
}

function checked(title: string, { remind }: Wanted, doubt?: Doubt): Intent | undefined {
  if (!isSeen(title)) return { kind: "ask-what" };
  if (isTooLongForTitle(title)) return { kind: "too-long" };
  return doubt && { kind: "ask-when", title, remind, ...doubt };
}

function add(title: string, { line, remind, words }: Wanted, when: string | undefined): Intent {
  const input = {
    title,
    ...(when !== undefined && { when }),
    ...(remind && { remind, link: words.isToDo(line, title) ? "to" : "about" }),
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
