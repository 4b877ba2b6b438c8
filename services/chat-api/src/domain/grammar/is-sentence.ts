import { isLongerThan } from "../tasks/title-key.ts";

/** A title of the greatest length, a time and all that is said around them are shorter. */
const LONGEST_SENTENCE = 500;

/** Whether a text is short enough to be read as a sentence. */
export const isSentence = (text: string): boolean => !isLongerThan(text, LONGEST_SENTENCE);
