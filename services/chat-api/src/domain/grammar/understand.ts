import { type Context, foreignIn, type Locale, LOCALES, resolve, spokenIn } from "@todo-mesh/when";
import { LANGUAGES } from "../languages/languages.ts";
import { isLongerThan } from "../tasks/title-key.ts";
import { readChanging } from "./changing.ts";
import { readDeed } from "./deeds.ts";
import { isSentence } from "./is-sentence.ts";
import type { Intent } from "../intents/intent.ts";
import type { Sentences } from "../languages/sentences.ts";
import type { SpokenAction } from "./spoken-action.ts";
import { tidy } from "./tidy.ts";

/** What an everyday sentence asks for. */
export type Understand = (message: string, context: Context) => Intent;

/**
 * Understands the sentences of these actions in every language, that of the message first, and in each questions first.
 * Anything it does not know is `unclear`, or `foreign`, never a guess; what is longer than sentences are is not read.
 */
export function understanding(actions: readonly SpokenAction[]): Understand {
  const hearing = [...actions]
    .toSorted((one, other) => Number(other.risk === "read") - Number(one.risk === "read"))
    .flatMap(({ hear = [] }) => hear);
  const heardIn = (locale: Locale, message: string, context: Context): Intent | undefined => {
    const { sentences } = LANGUAGES[locale];
    const line = tidy(message, sentences.polite);
    if (!isSentence(line)) return { kind: "too-much" };
    const talk = readTalk(line, sentences);
    if (talk) return talk;
    for (const hear of hearing) {
      const intent = hear(line, context, sentences);
      if (intent) return intent;
    }
    return (
      readChanging(line, actions, { locale, changing: sentences.changing }) ??
      readDeed(line, sentences)
    );
  };
  return (message, context) => {
    const spoken = spokenIn(message, context.preferences?.locale);
    for (const locale of inOrder(spoken?.locales ?? [])) {
      const intent = heardIn(locale, message, context);
      if (intent) return intent;
    }
    const time = timeAlone(message, context);
    if (time) return time;
    return spoken ? { kind: "unclear" } : { kind: "foreign", tongue: foreignIn(message) };
  };
}

function readTalk(line: string, { help, courtesy }: Sentences): Intent | undefined {
  if (line === "" || help.test(line)) return { kind: "help" };
  if (courtesy.thanks.test(line)) return { kind: "thanks" };
  return courtesy.nothingAsked.test(line) ? { kind: "nothing-asked" } : undefined;
}

const LISTS = new Map(
  Object.values(LANGUAGES).flatMap(({ sentences }) => Object.entries(sentences.asking.days)),
);

/** No answer to “when?” is longer. */
const LONGEST_TIME = 100;

function timeAlone(message: string, context: Context): Intent | undefined {
  if (isLongerThan(message, LONGEST_TIME)) return undefined;
  const line = tidy(message, LANGUAGES.en.sentences.polite);
  const meaning = resolve(line, context);
  if (meaning.kind === "none" || meaning.title !== "") return undefined;
  const clock =
    meaning.kind === "instant" && meaning.anyDay ? meaning.local.slice(11, 16) : undefined;
  return { kind: "time", phrase: line, clock, list: LISTS.get(line.toLowerCase()) };
}

const inOrder = (first: readonly Locale[]): ReadonlySet<Locale> => new Set([...first, ...LOCALES]);
