import { PgBoss } from "pg-boss";
import type { Rival } from "./queue.ts";

const NAME = "reminders";
// The shortest interval that it takes, and batches while there is more to do.
const WORK = {
  pollingIntervalSeconds: 0.5,
  batchSize: 100,
  burstWhenBatchFull: true,
  localConcurrency: 4,
};

export const pgBoss: Rival = {
  name: "pg-boss",
  open: async ({ pool, show }) => {
    const { connectionString } = pool.options;
    const boss = new PgBoss({ ...(connectionString !== undefined && { connectionString }) });
    boss.on("error", (error) => process.emitWarning(error));
    await boss.start();
    await boss.createQueue(NAME);
    await boss.work<{ job: string }>(NAME, WORK, async (jobs) => {
      await Promise.all(jobs.map(async ({ data }) => show(data.job)));
    });
    return {
      add: async (job, due) => void (await boss.send(NAME, { job }, { startAfter: due })),
      close: async () => boss.stop(),
    };
  },
};
