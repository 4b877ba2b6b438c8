/** Words, as they are written in a row. */
export const list = (words: string): readonly string[] => words.split(" ");
