import {
  atFault,
  type OccurrencesAnswer,
  type OccurrencesRequest,
  type PersonPreferences,
  Preferences,
  type WhenAnswer,
  type WhenRequest,
} from "@todo-mesh/contracts";
import { type Clock, errorOf, kindOf } from "@todo-mesh/ports";
import { describeRule, isInRange, occurrences, OUT_OF_RANGE } from "@todo-mesh/recurrence";
import { localeOf, type Meaning, resolve, ruleWordsOf } from "@todo-mesh/when";
import { faultOf } from "../../domain/tasks/rule-fault.ts";
import { dateOf, toWhenAnswer } from "../../domain/tasks/when-answer.ts";
import { contextOf } from "./context-of.ts";
import type { ReadPreferences } from "./preferences.ts";

interface ParseTimeDeps {
  readonly clock: Clock;
  readonly readPreferences: ReadPreferences;
}

/**
 * What sentences mean and when series come. While the state is away it goes by what the request says; only without a
 * zone it is `unavailable` then.
 */
export function parseTime({ clock, readPreferences }: ParseTimeDeps) {
  const momentOf = (said: string | undefined): Date =>
    said === undefined ? clock.now() : new Date(said);
  const chosenBy = (userId: string, { timezone }: Said): Promise<Partial<PersonPreferences>> =>
    readPreferences(userId).catch((error: unknown) => {
      if (kindOf(error) !== "unavailable" || timezone === undefined) throw error;
      return {};
    });
  return {
    /** What a sentence means to this person; what it leaves open comes back as candidates. */
    meaning: async (userId: string, { text, now, ...said }: WhenRequest): Promise<WhenAnswer> => {
      const chosen = saysAll(said) ? {} : await chosenBy(userId, said);
      const meaning = resolve(text, contextOf(said, chosen, momentOf(now)));
      if (!isPossible(meaning))
        throw errorOf(atFault({ field: "text", message: `must mean ${OUT_OF_RANGE}` }));
      return toWhenAnswer(meaning);
    },

    /** The next dates of a series, and its rule in words. `invalid` names the field that keeps it from being one, and the part of its rule. */
    occurrences: async (userId: string, asked: OccurrencesRequest): Promise<OccurrencesAnswer> => {
      const { rule, start, timezone, after, count, exdates = [], rdates = [] } = asked;
      const series = { rule, start, timezone, exdates, rdates, from: "schedule" } as const;
      const found = occurrences(series, { after: momentOf(after), count });
      if ("refused" in found) throw errorOf(atFault(faultOf(found)));
      const locale = asked.preferences?.locale ?? (await chosenBy(userId, asked)).locale;
      const words = ruleWordsOf(localeOf(locale, []));
      return { items: found.map(dateOf), reading: describeRule(series, { words }) };
    },
  };
}

export type ParseTime = ReturnType<typeof parseTime>;

type Said = Pick<WhenRequest, "timezone" | "preferences">;

// What a request leaves open may change what its words mean, so only one that says all needs nobody's choices.
const saysAll = ({ timezone, preferences = {} }: Said): boolean =>
  timezone !== undefined && Object.keys(Preferences.shape).every((name) => name in preferences);

function isPossible(meaning: Meaning): boolean {
  const candidates = meaning.kind === "ambiguous" ? meaning.candidates : [meaning];
  return candidates.every((one) => one.kind !== "instant" || isInRange(one.at));
}
