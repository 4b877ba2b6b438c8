import type { Catalogue } from "../../domain/actions/catalogue.ts";
import type { Understand } from "../../domain/grammar/understand.ts";
import { lastShown, planTurn } from "../../domain/assistant/plan-turn.ts";
import { localeIn } from "../../domain/languages/locale-in.ts";
import { LANGUAGES } from "../../domain/languages/languages.ts";
import { sayWords } from "../../domain/replies/say-words.ts";
import type { Responder } from "./responder.ts";

/** Answers by the grammar: a sentence is one call at most, or it is asked back. */
export const respondByGrammar =
  (understand: Understand, { examples, say }: Catalogue): Responder =>
  async ({ message, context, window }, actions) => {
    const intent = understand(message, context);
    const planned = planTurn(intent, lastShown(window));
    const locale = localeIn(context);
    if (!planned) return { text: sayWords(LANGUAGES[locale].replies, intent, examples[locale]) };
    return { text: say(planned.name, await actions.call(planned), locale) };
  };
