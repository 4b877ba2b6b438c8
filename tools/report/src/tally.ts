import { z } from "zod";

const Test = z.object({
  status: z.string(),
  fullName: z.string(),
  failureMessages: z.array(z.string()).nullish(),
});
const Suite = z.object({
  name: z.string(),
  status: z.string(),
  message: z.string(),
  assertionResults: z.array(Test),
});
type Suite = z.infer<typeof Suite>;

/** What `jest --json` writes, as far as it is counted here. */
export const TestReport = z.object({ success: z.boolean(), testResults: z.array(Suite) });
export type TestReport = z.infer<typeof TestReport>;

interface Failure {
  readonly what: string;
  readonly why: string;
}

export interface Tally {
  readonly passed: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
}

/**
 * Counts each test once. A suite that failed without a failed test, for it could not start or could
 * not clean up, is one failure; so is a report that says "failed" for no other reason.
 */
export function tally(report: TestReport): Tally {
  const tests = report.testResults.flatMap((suite) => suite.assertionResults);
  const count = (status: string) => tests.filter((test) => test.status === status).length;
  const failures = report.testResults.flatMap(failuresOf);
  const unexplained = { what: "the run as a whole", why: "It failed, though no test did." };
  return {
    passed: count("passed"),
    skipped: tests.length - count("passed") - count("failed"),
    failures: report.success || failures.length > 0 ? failures : [unexplained],
  };
}

function failuresOf(suite: Suite): Failure[] {
  const failed = suite.assertionResults.filter((test) => test.status === "failed");
  if (failed.length === 0 && suite.status === "failed")
    return [{ what: suite.name, why: suite.message }];
  return failed.map((test) => ({
    what: `${suite.name} › ${test.fullName}`,
    why: (test.failureMessages ?? []).join("\n"),
  }));
}

export const together = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  skipped: tallies.reduce((sum, { skipped }) => sum + skipped, 0),
  failures: tallies.flatMap(({ failures }) => failures),
});

/** `12 passed, 0 failed`, and `, 1 skipped` if any are. */
export const verdict = ({ passed, skipped, failures }: Tally): string =>
  `${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

/** All is well only if something passed. */
export const isWell = ({ passed, failures }: Tally): boolean => passed > 0 && failures.length === 0;
