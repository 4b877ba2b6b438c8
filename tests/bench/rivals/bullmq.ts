import { Queue as Jobs, Worker } from "bullmq";
import type { Redis } from "./redis.ts";
import type { Rival } from "./queue.ts";

const NAME = "reminders";
const AT_ONCE = 50;

export const bullmq = ({ port, pid }: Redis): Rival => ({
  name: "BullMQ",
  pid,
  open: async ({ show }) => {
    const connection = { host: "127.0.0.1", port };
    const jobs = new Jobs(NAME, { connection });
    const worker = new Worker(NAME, async ({ name }) => show(name), {
      connection,
      concurrency: AT_ONCE,
    });
    await worker.waitUntilReady();
    return {
      add: async (job, due) => {
        await jobs.add(job, {}, { delay: due.getTime() - Date.now(), removeOnComplete: true });
      },
      close: async () => {
        await worker.close();
        await jobs.close();
      },
    };
  },
});
