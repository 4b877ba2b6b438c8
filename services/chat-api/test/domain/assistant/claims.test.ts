import { expect, test } from "@jest/globals";
import { array, assert, nat, property, string } from "fast-check";
import { withoutClaims } from "../../../src/domain/assistant/claims.ts";

/** What passes of words that come in these pieces. */
function passed(...pieces: readonly string[]) {
  const sentences: string[] = [];
  const words = withoutClaims((sentence) => sentences.push(sentence));
  for (const piece of pieces) words.hear(piece);
  const early = [...sentences];
  words.end(pieces.join(""));
  return { sentences, early, claimed: words.claimed() };
}

test("a sentence passes as soon as the next begins", () => {
  expect(passed("Let me ", "look. It is", " Sunday")).toEqual({
    sentences: ["Let me look.", "It is Sunday"],
    early: ["Let me look."],
    claimed: false,
  });
});

test("a sentence that claims something never passes, however it is cut", () => {
  const { sentences, claimed } = passed("Fine. I del", "eted the den", "tist. What else?");
  expect(sentences).toEqual(["Fine.", "What else?"]);
  expect(claimed).toBe(true);
});

test("a clock time ends no sentence", () => {
  expect(passed("The shop opens at 9.", "30 on Monday.").sentences).toEqual([
    "The shop opens at 9.30 on Monday.",
  ]);
});

test("a list of a model's own does not pass", () => {
  const { sentences, claimed } = passed("Here:\n1", ". Milk! Really\n- Eggs\n", "Ask me.");
  expect(sentences).toEqual(["Here:", "Ask me."]);
  expect(claimed).toBe(true);
});

test("a round that broke off leaves out its last sentence, and the next begins anew", () => {
  const sentences: string[] = [];
  const words = withoutClaims((sentence) => sentences.push(sentence));
  words.hear("One. Tw");
  words.end();
  words.hear(" Three.");
  words.end("Three.");
  expect(sentences).toEqual(["One.", "Three."]);
});

test("no more than six hundred characters pass", () => {
  expect(passed("Oh my. ".repeat(1_000)).sentences.join(" ").length).toBeLessThanOrEqual(600);
});

test("wherever words are split, the same passes", () => {
  assert(
    property(string({ unit: "grapheme" }), array(nat(), { maxLength: 5 }), (text, places) => {
      const said = `Well. ${text}\n- ${text}. I did it! ${text}`;
      const at = places.map((place) => place % said.length).toSorted((one, other) => one - other);
      const pieces = [0, ...at].map((from, n) => said.slice(from, at[n] ?? said.length));
      expect(passed(...pieces).sentences).toEqual(passed(said).sentences);
    }),
  );
});
