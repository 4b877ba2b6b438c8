import type { TaskLine, Which } from "@todo-mesh/contracts";
import type { Doubt, Intent } from "../intents/intent.ts";
import type { DateState } from "../tasks/occurrence.ts";
import type { TimeWords } from "./time-words.ts";

/** What is answered in the same words each time. */
type TalkKind = Exclude<
  Intent["kind"],
  "ask-when" | "call" | "did" | "foreign" | "help" | "unclear"
>;

/** A title and a time that are in words already. */
interface SaidTime {
  readonly title: string;
  readonly when: string;
}

/** What the chat answers in a language, whatever the action. */
export interface Replies {
  readonly time: TimeWords;
  /** What somebody wrote, in the quotation marks of the language. */
  readonly quoted: (text: string) => string;
  readonly whichOne: string;
  readonly added: {
    readonly toList: (title: string) => string;
    /** What adding it would do, as part of a sentence. */
    readonly would: (
      title: string,
      when: Readonly<Record<"due" | "series" | "rings", string | undefined>>,
    ) => string;
    /** It was to be reminded of, and has no time; `sayWhen` follows. */
    readonly withoutTime: (title: string) => string;
    readonly onDue: (due: string) => string;
    readonly series: (words: string, timezone: string, dates: readonly string[]) => string;
    readonly due: (said: SaidTime) => string;
    readonly ringing: (said: SaidTime) => string;
    readonly ringingBefore: (
      said: SaidTime & { readonly rings: string; readonly first: boolean },
    ) => string;
    readonly reminding: (said: SaidTime & { readonly link: "to" | "about" }) => string;
    readonly severalTimes: (when: string) => string;
    readonly why: Readonly<Record<Doubt["why"], string>>;
    readonly nothingAdded: string;
    readonly sayWhen: (title: string, day: string | undefined) => string;
    /** Before a day that is read back in full. */
    readonly onDay: (reading: string) => string;
  };
  readonly list: {
    readonly nothing: Readonly<Record<Which, string>>;
    readonly count: (total: number, which: Which) => string;
    readonly more: (count: number) => string;
    readonly severalFit: (said: string | undefined) => string;
    readonly dueAgain: (due: string) => string;
    readonly done: (times: number, last: string | undefined) => string;
  };
  /** What became of the dates of a series. */
  readonly dates: {
    /** Of a task that comes once: when it was done. */
    readonly once: (title: string, doneAt: string | undefined) => string;
    readonly none: (title: string) => string;
    /** `last`: only so many follow. */
    readonly count: (title: string, times: readonly string[], last: number | undefined) => string;
    readonly times: Readonly<Record<DateState, (count: number) => string>>;
    readonly became: Readonly<
      Record<DateState, (said: { readonly at: string; readonly to: string }) => string>
    >;
    /** What a newer version calls otherwise. */
    readonly other: string;
  };
  /** Of the one task that was asked about. */
  readonly found: {
    readonly done: (title: string) => string;
    readonly due: (title: string, due: string) => string;
    readonly undated: (title: string) => string;
  };
  readonly notDone: {
    readonly unknown: string;
    /** With its reason, where it is known in this language. */
    readonly refused: (detail: string) => string;
    readonly already: (title: string, status: TaskLine["status"]) => string;
    readonly none: (said: string | undefined, near: readonly string[]) => string;
  };
  readonly undone: {
    readonly nothing: string;
    readonly asBefore: string;
    readonly dueOn: (due: string) => string;
    /** Of what a message did that was replaced, behind why it cannot be taken back. */
    readonly stays: string;
    readonly whole: (lines: string, more: number) => string;
  };
  /** Beside the answer of a language model, or instead of it. */
  readonly ofModel: {
    readonly nothingChanged: string;
    /** Behind an answer of the grammar that stands in for it. */
    readonly byRules: Readonly<Record<"down" | "budget", string>>;
    /** It came to no end; stands behind what was done until then. */
    readonly brokeOff: string;
    /** Before what only the person may say, and that was not done. */
    readonly sayPlainly: string;
  };
  readonly talk: {
    readonly words: Readonly<Record<TalkKind, string>>;
    readonly unclear: string;
    readonly help: string;
    readonly canSay: string;
    /** Neither list nor conversation can be reached: it claims nothing and keeps nothing. */
    readonly degraded: string;
    /** Added to an answer that was given but could not be stored. */
    readonly notKept: string;
    /** Its person wanted no more of an answer. */
    readonly stopped: string;
    /** What gave an answer died; stands behind what was shown and done until then. */
    readonly interrupted: string;
    /** It was said in a language that is not known. */
    readonly foreign: string;
  };
}
