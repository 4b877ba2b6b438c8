import { Logger, makeWorkerUtils, run } from "graphile-worker";
import { z } from "zod";
import type { Rival } from "./queue.ts";

const NAME = "remind";
const AT_ONCE = 20;
// It asks every two seconds unless told otherwise.
const POLL_MS = 100;
const Payload = z.object({ job: z.string() });

export const graphileWorker: Rival = {
  name: "graphile-worker",
  open: async ({ pool, show }) => {
    const shared = { pgPool: pool, logger: new Logger(() => () => undefined) };
    const utils = await makeWorkerUtils(shared);
    await utils.migrate();
    const runner = await run({
      ...shared,
      concurrency: AT_ONCE,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      taskList: { [NAME]: async (payload) => show(Payload.parse(payload).job) },
    });
    return {
      add: async (job, due) => void (await utils.addJob(NAME, { job }, { runAt: due })),
      close: async () => {
        await runner.stop();
        await utils.release();
      },
    };
  },
};
