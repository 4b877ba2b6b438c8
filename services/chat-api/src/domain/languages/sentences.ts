import type { Which } from "@todo-mesh/contracts";

/** How a language asks for what no single pattern can hear, and how it names a task. */
export interface Sentences {
  readonly polite: { readonly start: RegExp; readonly end: RegExp };
  readonly help: RegExp;
  readonly adding: {
    /** Begins a sentence that asks to be reminded. */
    readonly remind: RegExp;
    /** Begin a sentence that wants something on the list. */
    readonly add: readonly RegExp[];
    /** What such a sentence may end with. */
    readonly ontoTheList: RegExp;
    /** What ties the thing to the words that ask to be reminded of it. */
    readonly link: RegExp;
    /** A time, and behind it the words that ask to be reminded. */
    readonly timeThenRemind: RegExp;
    readonly remindWithin: RegExp;
    /** What looks like a time and is none, at the end and at the beginning: no clock shows 25:00. */
    readonly noSuchTime: readonly [atEnd: RegExp, atBegin: RegExp];
    /** Whether the sentence goes on with what is to be done, and not with a thing. */
    readonly isToDo: (line: string, title: string) => boolean;
  };
  readonly asking: {
    readonly asks: RegExp;
    readonly theList: RegExp;
    readonly bare: RegExp;
    /** What asks for the list of a day by naming it. */
    readonly days: Readonly<Record<string, "today" | "tomorrow">>;
    /** All words that such a question may have, with a space between: any other would restrict what is shown. */
    readonly known: string;
    /** The first that fits counts. */
    readonly which: readonly (readonly [Which, RegExp])[];
  };
  readonly courtesy: {
    readonly thanks: RegExp;
    /** What answers a question, where there was none. */
    readonly nothingAsked: RegExp;
  };
  /** How it is told that something is done, by what was done: “I bought milk”. */
  readonly deeds: {
    /** Such a sentence, with the groups `verb` and `what`. */
    readonly said: RegExp;
    /** The verbs that it may be a form of. */
    readonly verbsOf: (form: string) => readonly string[];
    /** The wish that it fulfils, as a title says it. */
    readonly wish: (verb: string, what: string) => string;
  };
  /** What stands between two wishes in one message. */
  readonly several: {
    /** Ends a wish, whatever follows. */
    readonly ends: RegExp;
    /** May as well be part of a name: it ends a wish where what follows is one. */
    readonly mayEnd: RegExp;
    /** Begins a question that may follow a wish. */
    readonly asks: RegExp;
    /** Begins what is done to a list alone: nobody has “mark the dentist as done” to do. */
    readonly orders: RegExp;
  };
  readonly changing: {
    readonly everything: RegExp;
    /** A task by its number, in digits or in a word of `ordinals`. */
    readonly number: RegExp;
    readonly ordinals: readonly string[];
    /** “It”, “this one”. */
    readonly pointing: RegExp;
    /** “The other one”, behind what is to be done with it. */
    readonly other: RegExp;
    /** The same alone: instead of the one before, or as well (the group `too`). */
    readonly otherAlone: RegExp;
    /** “The task” before its name. */
    readonly prefix: RegExp;
    /** Small words that nobody means another task by. */
    readonly fillers: readonly string[];
  };
  /** “For an hour” is in an hour, and “until Monday” is Monday. */
  readonly untilPhrase: (said: string) => string;
}
