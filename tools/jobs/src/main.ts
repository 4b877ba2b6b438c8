import { runConversation } from "./conversation.ts";
import { runTopics } from "./run-topics.ts";

/** What the chart runs beside the services, by its name. */
const JOBS: Readonly<
  Record<string, (env: NodeJS.ProcessEnv, args: readonly string[]) => Promise<void>>
> = {
  topics: runTopics,
  conversation: runConversation,
  // It brings much of chat-api along, which the others need not load.
  migrate: async (environment, args) => {
    const { runMigration } = await import("@todo-mesh/migrate");
    await runMigration(args, { environment });
  },
};

const [name = "", ...args] = process.argv.slice(2);
const job = JOBS[name];
try {
  if (!job) throw new Error(`There is no job ${name}: give one of ${Object.keys(JOBS).join(", ")}`);
  await job(process.env, args);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
