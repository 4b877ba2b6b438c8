/**
 * For how many milliseconds of processor time the event loop was held at most by one thing while `work` was under way.
 * Not by the clock: how busy the machine is must not matter.
 */
export async function longestStretch(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = process.threadCpuUsage();
  const look = (): void => {
    const spent = process.threadCpuUsage(last);
    longest = Math.max(longest, (spent.user + spent.system) / 1_000);
    last = process.threadCpuUsage();
  };
  let next = setImmediate(function turn() {
    look();
    next = setImmediate(turn);
  });
  await work();
  look();
  clearImmediate(next);
  return longest;
}
