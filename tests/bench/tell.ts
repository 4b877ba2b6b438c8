/** News for whoever waits; figures alone go to standard output. */
export const tell = (line: string): void => void process.stderr.write(`${line}\n`);
