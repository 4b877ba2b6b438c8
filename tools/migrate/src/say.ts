/** Tells people what came of it; `aside` is for what is no part of that. */
export const say = {
  line: (text: string): void => void process.stdout.write(`${text}\n`),
  aside: (text: string): void => void process.stderr.write(`${text}\n`),
};
