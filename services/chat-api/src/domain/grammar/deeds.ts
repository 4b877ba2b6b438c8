import type { Intent } from "../intents/intent.ts";
import type { Sentences } from "../languages/sentences.ts";
import { tellingWords } from "./find-task.ts";
import { unquote } from "./tidy.ts";

type Deed = Extract<Intent, { kind: "did" }>;

/** Reads “I bought milk”, which says that something is done by what was done; undefined for any other sentence. */
export function readDeed(
  line: string,
  { deeds, changing }: Pick<Sentences, "changing" | "deeds">,
): Intent | undefined {
  const { verb, what } = deeds.said.exec(line)?.groups ?? {};
  if (verb === undefined || what === undefined) return undefined;
  const verbs = deeds.verbsOf(verb.toLowerCase());
  if (verbs.length === 0) return undefined;
  const thing = unquote(what);
  if (changing.pointing.test(thing))
    return { kind: "change", name: "complete_task", task: { words: thing, pointing: true } };
  return { kind: "did", readings: verbs.map((each) => deeds.wish(each, thing)), thing };
}

/** How the list can be asked for a task. */
export interface Known {
  /** Whether these words mean a task. */
  readonly isThere: (words: string) => Promise<boolean>;
  /** Whether a task is called just that, but for small words. */
  readonly isTitle: (words: string) => Promise<boolean>;
}

/**
 * The words of the task that a deed has done: of what is to be bought, or of the thing alone where that is all its title
 * says. “I bought milk” does not mean “drink milk”, so undefined where there is neither.
 */
export async function doneBy(
  { readings, thing }: Deed,
  { isThere, isTitle }: Known,
): Promise<string | undefined> {
  for (const words of readings) if (await isThere(words)) return words;
  const title = tellingWords(thing).join(" ");
  return (await isTitle(title)) ? title : undefined;
}
