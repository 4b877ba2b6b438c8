import { afterEach, describe, expect, test } from "@jest/globals";
import { aChatWithModel } from "./a-model.ts";
import { TRUTHFUL } from "./dialogues/truthful.ts";
import { FALSE_CLAIMS } from "./dialogues/false-claims.ts";
import { WITHHELD } from "./dialogues/withheld.ts";
import type { Dialogue } from "./dialogues/a-dialogue.ts";
import { BROKEN } from "./dialogues/broken.ts";
import { GRAMMAR_FIRST } from "./dialogues/grammar-first.ts";

const DIALOGUES = [...TRUTHFUL, ...FALSE_CLAIMS, ...WITHHELD, ...BROKEN, ...GRAMMAR_FIRST];

let close = async (): Promise<void> => undefined;
afterEach(() => close());

describe("with a model,", () => {
  test("at least forty dialogues are held", () => {
    expect(DIALOGUES.length).toBeGreaterThanOrEqual(40);
  });

  test.each(DIALOGUES)("$name", async ({ list = [], said, model, ...wanted }) => {
    const api = await aChatWithModel(model);
    close = api.close;
    for (const title of list) await api.addTask({ title });
    const { response } = (await api.say(said).expect(200)).body;
    const open: string[] = await api.titles("?status=open");
    const done = await api.titles("?status=done");
    const all = { response, open: open.toSorted(), done, asked: api.asked().length };
    expect(all).toEqual(outcomeOf(wanted));
    expect(response).not.toContain(wanted.not ?? "no such words");
  });
});

const outcomeOf = ({ says = "", open, done, asked }: Partial<Dialogue>) => ({
  response: expect.stringContaining(says),
  open: open?.toSorted() ?? expect.anything(),
  done: done ?? expect.anything(),
  asked: asked ?? expect.anything(),
});
