import type { Message } from "@todo-mesh/contracts";
import { type Context, resolve } from "@todo-mesh/when";
import type { Intent } from "../intents/intent.ts";
import type { Understand } from "../grammar/understand.ts";
import { tidy } from "../grammar/tidy.ts";
import { LANGUAGES } from "../languages/languages.ts";
import type { PlannedCall } from "./plan-turn.ts";

/** What is to be added, where a time is said to the question when that is: “at 9” is on the day that was said before. */
export function answerTo(
  window: readonly Message[],
  phrase: string,
  understand: Understand,
  context: Context,
): PlannedCall | undefined {
  const asked = askedIn(window);
  if (asked === undefined) return undefined;
  const intent = understand(asked, context);
  if (intent.kind !== "ask-when") return undefined;
  const { title, remind, day } = intent;
  const hasDay = day !== undefined && isOfAnyDay(phrase, context);
  const whole = hasDay ? understand(`${asked} ${phrase}`, context) : undefined;
  return callIn(whole) ?? addAt({ title, when: phrase, ...(remind && { remind }) });
}

const callIn = (intent: Intent | undefined): PlannedCall | undefined =>
  intent?.kind === "call" ? { name: intent.name, arguments: intent.arguments } : undefined;

const addAt = (given: PlannedCall["arguments"]): PlannedCall => ({
  name: "add_task",
  arguments: given,
});

/** What the person said just before, if nothing was done to it. */
function askedIn(window: readonly Message[]): string | undefined {
  const [asked, answer] = window.slice(-2);
  if (asked?.role !== "person" || answer?.tool_calls) return undefined;
  return tidy(asked.text, LANGUAGES.en.sentences.polite);
}

/** Whether it tells a time of day and no day. */
function isOfAnyDay(phrase: string, context: Context): boolean {
  const meaning = resolve(phrase, context);
  const [first] = meaning.kind === "ambiguous" ? meaning.candidates : [meaning];
  return first?.kind === "instant" && first.anyDay === true;
}
