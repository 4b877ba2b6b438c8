import type { Emit } from "./responder.ts";

/** An answer as it is shown while it grows: lines of ours, and sentences of a model around them. */
export interface Speech {
  readonly line: (text: string) => void;
  readonly sentence: (text: string) => void;
  /** What is left to say, as it goes on from there. */
  readonly rest: (text: string) => string;
  /** Nothing was said yet. */
  readonly isEmpty: () => boolean;
}

/** Says each as soon as it is there, and parts it from what was said before. */
export function createSpeech(emit: Emit): Speech {
  let last: "nothing" | "line" | "sentence" = "nothing";
  const after = (text: string): string => (last === "nothing" || text === "" ? text : `\n${text}`);
  return {
    line: (text) => {
      emit(after(text));
      last = "line";
    },
    sentence: (text) => {
      emit(last === "sentence" ? ` ${text}` : after(text));
      last = "sentence";
    },
    rest: after,
    isEmpty: () => last === "nothing",
  };
}
