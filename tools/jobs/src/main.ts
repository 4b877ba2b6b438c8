import { runConversation } from "./conversation.ts";
import { runTopics } from "./run-topics.ts";

/** What the chart runs beside the services, by its name. */
const JOBS: Readonly<Record<string, (env: NodeJS.ProcessEnv) => Promise<void>>> = {
  topics: runTopics,
  conversation: runConversation,
};

const name = process.argv[2] ?? "";
const job = JOBS[name];
try {
  if (!job) throw new Error(`There is no job ${name}: give ${Object.keys(JOBS).join(" or ")}`);
  await job(process.env);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
