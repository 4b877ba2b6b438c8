/** One line on standard output, where Kubernetes looks. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);
