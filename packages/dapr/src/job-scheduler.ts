import { checkJobName, type JobScheduler } from "@todo-mesh/ports";
import { refusal, succeeded } from "./answer.ts";
import type { Sidecar } from "./sidecar.ts";

// Without a policy Dapr gives up for good after four tries in three seconds; without maxRetries it never does.
const ASK_UNTIL_ANSWERED = { constant: { interval: "1s" } };
// While the scheduler is away the sidecar may hang for 30 s.
const MAX_TIMEOUT_MS = 2_000;
const ALREADY_THERE = 409;

/** Wake-up calls by the sidecar's HTTP Jobs API: the SDK has none. */
export function daprJobs(sidecar: Sidecar): JobScheduler {
  const timeoutMs = Math.min(MAX_TIMEOUT_MS, sidecar.options.timeoutMs);
  return {
    schedule: async ({ name, at, data }) => {
      const body = JSON.stringify({
        dueTime: at.toISOString(),
        data,
        failurePolicy: ASK_UNTIL_ANSWERED,
      });
      const answer = await sidecar.send({
        method: "POST",
        path: pathOf(name),
        body,
        timeoutMs,
      });
      if (!succeeded(answer) && answer.status !== ALREADY_THERE)
        throw refusal(answer, "The job could not be scheduled");
    },
    has: async (name) => {
      const answer = await sidecar.send({
        method: "GET",
        path: pathOf(name),
        timeoutMs,
      });
      if (succeeded(answer)) return true;
      // A missing job is a 500 that says so.
      if (answer.text.includes("job not found")) return false;
      throw refusal(answer, "The job could not be looked up");
    },
  };
}

function pathOf(name: string): string {
  checkJobName(name);
  return `/v1.0/jobs/${name}`;
}
