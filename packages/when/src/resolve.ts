import type { Offset } from "@todo-mesh/recurrence";
import type { Context } from "./context.ts";
import { schedule } from "./grammar/builders/schedule.ts";
import type { Clock, Facts, RelativeSaid } from "./grammar/facts.ts";
import type { Candidate, Doubt, Meaning } from "./meaning.ts";
import { EVERYDAY_HALF } from "./policy.ts";
import { meaningOf, offsetMeaning } from "./answer.ts";
import { type Sense, settled } from "./sense/found.ts";
import { type SenseContext, senseOfMoment } from "./sense/moments.ts";
import { inZone } from "./sense/zoned-clocks.ts";
import { senseOfRepeat } from "./sense/rules.ts";
import { createParser, type ParsedTime, type ParsedSentence } from "./parser.ts";
import { languages, type Locale } from "./languages/languages.ts";
import { languageOf, spokenIn } from "./languages/which.ts";
import { tokenise } from "./text/tokens.ts";

/** The sentence without its lead-in: "please remind me to call mum" is "call mum". Casing and spaces of the rest stay. */
export const cutLeadIn = (text: string, locale?: string): string =>
  createParser(languages[languageOf(locale) ?? "en"]).cutLeadIn(text);

const MOST_CANDIDATES = 6;
const WEEK_START = { MO: 1, SA: 6, SU: 7 } as const;

/**
 * What a sentence says about time, seen from now in that zone; and the sentence without it. Words with
 * more than one likely meaning come back as candidates, the most likely first. Never throws for the text;
 * a RangeError for a time zone or a `now` that is none. Words of a second language may stand among those of the first;
 * of a text in a language that we do not read nothing is guessed.
 */
export function resolve(text: string, context: Context): Meaning {
  const tokens = tokenise(text);
  const spoken = spokenIn(text, context.preferences?.locale, tokens);
  if (!spoken) return { kind: "none", title: text.trim(), why: "unknown_language" };
  const sentence = createParser(...spoken.languages).parse(text, tokens);
  const { times, without } = sentence;
  if (times.length === 0) return { kind: "none", title: without([]).title };
  const within = senseContext(context, sentence, spoken.locale);
  const answers = times.flatMap((each) => {
    const answer = answerOf(each, within);
    return answer.candidates.length > 0 ? [{ ...answer, time: each }] : [];
  });
  const ways = [0, 1].map((way) => answers.filter((answer) => answer.time.way === way));
  const candidates = apart(ways.flatMap((way) => onCommonDays(way).flatMap(candidatesOf)));
  const [only] = candidates;
  if (only === undefined) return { kind: "none", title: without([]).title };
  const words = without(answers.map((answer) => answer.time));
  if (candidates.length === 1) return { ...only, ...words };
  const why = answers.flatMap(({ doubts }) => doubts)[0] ?? "which_time";
  return { kind: "ambiguous", why, candidates, ...words };
}

function keyOf(candidate: Candidate): unknown {
  if (candidate.kind === "instant") return candidate.at.getTime();
  if (candidate.kind === "date") return candidate.date;
  return candidate.kind === "recurrence" ? JSON.stringify(candidate.recurrence) : candidate;
}

/** "9am PT / 12pm ET" is one moment, told twice. */
function apart(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length < 2) return candidates;
  const keys = candidates.map(keyOf);
  return candidates.filter((_, n) => keys.indexOf(keys[n]) === n).slice(0, MOST_CANDIDATES);
}

/** Where words are heard, and in which language they are answered. */
interface AnswerContext extends SenseContext {
  readonly locale: Locale;
}

function senseContext(
  { now, timezone, preferences = {} }: Context,
  { hint }: ParsedSentence,
  locale: Locale,
): AnswerContext {
  const home = inZone(timezone, now);
  const weekStart = WEEK_START[preferences.week_start ?? "MO"];
  const present = {
    today: home.now().day,
    weekStart,
    dayFirst: preferences.day_first,
    country: preferences.country,
  };
  return { now, home, present, hint, hourCycle: preferences.hour_cycle, locale };
}

const candidatesOf = (answer: Answer): readonly Candidate[] => answer.candidates;

const isOneTime = ({ kind }: Candidate): boolean => kind === "instant" || kind === "date";

function dayOf(candidate: Candidate): string {
  if (candidate.kind === "instant") return candidate.local.slice(0, 10);
  return candidate.kind === "date" ? candidate.date : "";
}

/** "Tomorrow, Wednesday, at 9" tells one day twice: the days that all agree on, and of these what has an hour. */
function onCommonDays<One extends Answer>(answers: readonly One[]): readonly One[] {
  const [first, ...others] = answers;
  if (!first || others.length === 0) return answers;
  if (!answers.every(({ candidates }) => candidates.every(isOneTime))) return answers;
  const isCommon = (day: string): boolean =>
    others.every(({ candidates }) => candidates.some((each) => dayOf(each) === day));
  const days = new Set(first.candidates.map(dayOf).filter(isCommon));
  if (days.size === 0) return answers;
  const all = answers.flatMap(({ candidates }) => candidates);
  const timed = new Set(all.filter(({ kind }) => kind === "instant").map(dayOf));
  const isMeant = (each: Candidate): boolean =>
    days.has(dayOf(each)) && (each.kind === "instant" || !timed.has(dayOf(each)));
  return answers.map((answer) => ({ ...answer, candidates: answer.candidates.filter(isMeant) }));
}

interface Answer {
  readonly candidates: readonly Candidate[];
  readonly doubts: readonly Doubt[];
}

function answerOf(time: ParsedTime, context: AnswerContext): Answer {
  const { found, doubts } = settled(senseOf(time, context));
  const remind = time.relative && offsetOf(time.relative);
  if (found.length === 0 && remind)
    return { candidates: [offsetMeaning(time, remind, context)], doubts };
  const extra = remind ? { remind } : {};
  return {
    candidates: found.map((each) => ({ ...meaningOf(each, time, context), ...extra })),
    doubts,
  };
}

function senseOf({ facts }: ParsedTime, context: SenseContext): Sense {
  if (facts.repeat) return senseOfRepeat(facts, context);
  const { found, doubts } = senseOfMoment(facts, context);
  const series = seriesMeant(facts);
  if (!series) return { found, doubts };
  const meant = senseOfRepeat(series, context);
  return { found: [...meant.found, ...found], doubts: [...doubts, ...meant.doubts, "how_often"] };
}

/** What may come again, though nothing says so: "Mon–Fri at 9", "antibiotics for 5 days from Monday". */
function seriesMeant(facts: Facts): Facts | undefined {
  const { day, lasting } = facts;
  const rest = { ...facts, day: undefined };
  if (day?.day === "weekdays")
    return { ...rest, repeat: schedule(1, "week", { weekdays: day.weekdays }) };
  return lasting && day && { ...rest, starting: day, repeat: schedule(1, "day") };
}

const two = (value: number): string => String(value).padStart(2, "0");

function timeOf({ hour, minute, sure, written }: Clock): string {
  const isPm = !sure && !written && EVERYDAY_HALF[hour] !== "am" && hour < 12;
  return `${two((isPm ? hour + 12 : hour) % 24)}:${two(minute)}`;
}

const offsetOf = (said: RelativeSaid): Offset =>
  "minutes" in said
    ? { minutes: said.minutes }
    : { days: said.days, ...(said.clock && { time: timeOf(said.clock) }) };
