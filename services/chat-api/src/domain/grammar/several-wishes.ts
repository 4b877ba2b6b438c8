import { type Context, resolve } from "@todo-mesh/when";
import type { Intent, TaskNamed } from "../intents/intent.ts";
import { LANGUAGES } from "../languages/languages.ts";
import { doneBy, type Known } from "./deeds.ts";

/** One thing that a message wishes for. */
export interface Wish {
  readonly text: string;
  readonly intent: Intent;
}

/** A part of a message, behind what stands between it and the part before. */
interface Part {
  readonly between: string;
  readonly text: string;
  /** How sure it is that a wish begins here; `line`: on a line of its own. */
  readonly begins: "sure" | "line" | "maybe";
}

/** How a text is understood. */
interface Hearing {
  readonly context: Context;
  readonly wishOf: (text: string) => Promise<Wish>;
  readonly known: Known;
}

const QUOTED = /["“„«][^"“”„«»]{1,200}["“”»]/g;
const BULLET = /^\s{0,8}(?:[-*•]|\d{1,2}[.)])\s/;
/** So that what a list of lines has in it is added, whatever its language. */
const ADD = "todo:";
/** A comma and a word behind it. */
const CLAUSE = /^, \p{L}/u;
/** What is longer, or has more parts, is read as one sentence. */
const LONGEST = 1_500;
const MOST_PARTS = 40;

/**
 * The wishes of a message that has several, in their order; undefined where it is one sentence. What follows “and” or a
 * comma is a wish of its own only where it says so: it adds, asks, or does something to a task that is there
 * (`known`) or, behind “, and”, to the list alone; else it may be part of a name. Lines behind one that adds are added.
 */
export async function severalWishes(
  message: string,
  context: Context,
  understand: (text: string) => Promise<Intent>,
  known: Known,
): Promise<readonly Wish[] | undefined> {
  const parts = message.length > LONGEST ? [] : partsOf(message);
  if (parts.length < 2 || parts.length > MOST_PARTS) return undefined;
  const wishOf: Hearing["wishOf"] = async (text) => ({ text, intent: await understand(text) });
  const all = await wishesIn(parts, { context, wishOf, known });
  const [first] = all;
  // “Add:” above its lines.
  const wishes = first?.intent.kind === "ask-what" ? all.slice(1) : all;
  return all.length > 1 && wishes.every(isUnderstood) ? wishes : undefined;
}

async function wishesIn([first, ...rest]: readonly Part[], hearing: Hearing): Promise<Wish[]> {
  const wishes = first ? [await hearing.wishOf(first.text)] : [];
  for (const part of rest) {
    const begun = await wishAt(part, wishes, hearing);
    if (begun) wishes.push(begun);
    else {
      const before = wishes.pop()?.text ?? "";
      wishes.push(await hearing.wishOf(`${before}${part.between}${part.text}`));
    }
  }
  return wishes;
}

/** The wish that begins with a part; undefined where that belongs to the one before. */
async function wishAt(
  part: Part,
  before: readonly Wish[],
  hearing: Hearing,
): Promise<Wish | undefined> {
  if (part.begins === "line") return onItsLine(part.text, before, hearing);
  const wish = await hearing.wishOf(part.text);
  if (part.begins === "sure") return wish;
  const timed = await ofItsOwnTime(part.text, before.at(-1), hearing);
  const isOwn = isOrder(part, wish) || (await isWish(wish, hearing));
  return timed ?? (isOwn ? wish : undefined);
}

function partsOf(message: string): Part[] {
  // What is quoted is a name, whatever it says.
  const plain = message.replace(QUOTED, (name) => "x".repeat(name.length));
  const breaks = Object.values(LANGUAGES)
    .flatMap(({ sentences: { several } }) => [
      ...[...plain.matchAll(several.ends)].map((match) => ({ match, isSure: true })),
      ...[...plain.matchAll(several.mayEnd)].map((match) => ({ match, isSure: false })),
    ])
    .toSorted((one, other) => one.match.index - other.match.index || longer(one, other));
  const parts: Part[] = [];
  let [from, next] = [0, { between: "", begins: "sure" as Part["begins"] }];
  for (const { match, isSure } of breaks) {
    if (match.index < from) continue;
    parts.push({ ...next, text: message.slice(from, match.index) });
    from = match.index + match[0].length;
    const begins = match[0] === "\n" ? "line" : isSure ? "sure" : "maybe";
    next = { between: match[0], begins };
  }
  return [...parts, { ...next, text: message.slice(from) }].filter(
    ({ text }) => text.trim() !== "",
  );
}

type Break = { readonly match: RegExpExecArray };
const longer = (one: Break, other: Break): number => other.match[0].length - one.match[0].length;

async function isWish({ text, intent }: Wish, { known }: Hearing): Promise<boolean> {
  // “An hour before” is of what stands before it.
  if (intent.kind === "ask-when") return intent.why !== "relative";
  if (intent.kind === "call") return intent.name !== "list_tasks" || asks(text);
  if (intent.kind === "did") return (await doneBy(intent, known)) !== undefined;
  return intent.kind === "change" && isNamed(intent.task, known);
}

const isNamed = async (
  { words, number, pointing, other }: TaskNamed,
  { isThere }: Known,
): Promise<boolean> => pointing ?? other ?? (number !== undefined || (await isThere(words)));

/** “, and delete the dentist” is done to the list, also where no such task is there to be found. */
const isOrder = ({ between, text }: Part, { intent }: Wish): boolean =>
  intent.kind === "change" && CLAUSE.test(between) && begins("orders", text);

const asks = (text: string): boolean => begins("asks", text);

const begins = (how: "asks" | "orders", text: string): boolean =>
  Object.values(LANGUAGES).some(({ sentences }) => sentences.several[how].test(text));

/** A line that asks for nothing by itself is one of those that are added. */
async function onItsLine(
  line: string,
  before: readonly Wish[],
  { wishOf }: Hearing,
): Promise<Wish> {
  const wish = await wishOf(line.replace(BULLET, "").trim());
  const adds = before.some(({ intent }) => intent.kind === "ask-what" || isAdding(intent));
  return !adds || isUnderstood(wish) ? wish : wishOf(`${ADD} ${wish.text}`);
}

/** Behind what is added with a time, what has a title and a time of its own is another. */
async function ofItsOwnTime(
  text: string,
  before: Wish | undefined,
  { context, wishOf }: Hearing,
): Promise<Wish | undefined> {
  if (!before || !isTimed(before)) return undefined;
  const meaning = resolve(text, context);
  if (meaning.kind === "none" || meaning.title === "") return undefined;
  const leads = Object.values(LANGUAGES).map(({ sentences }) => sentences.adding.remind);
  const [lead = ADD] = leads.flatMap((remind) => remind.exec(before.text.trim())?.[0] ?? []);
  const wish = await wishOf(`${lead} ${text}`);
  return isTimed(wish) ? wish : undefined;
}

const isTimed = ({ intent }: Wish): boolean =>
  intent.kind === "call" && isAdding(intent) && intent.arguments["when"] !== undefined;

const isAdding = (intent: Intent): boolean => intent.kind === "call" && intent.name === "add_task";

const UNDERSTOOD: ReadonlySet<Intent["kind"]> = new Set([
  "call",
  "change",
  "did",
  "ask-when",
  "pick",
]);
const isUnderstood = ({ intent }: Wish): boolean => UNDERSTOOD.has(intent.kind);
