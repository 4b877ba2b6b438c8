import { z } from "zod";

/**
 * One of the words that are written today. What is read may have another: old and new versions run side by side, and
 * a word that is not known must not cost the rest of what it stands in.
 */
export const oneOfToday = (words: readonly string[]) =>
  z.string().meta({
    description: `One of ${words.join(", ")}. There may be more some day.`,
    examples: [...words],
  });
