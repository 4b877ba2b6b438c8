import { describe, expect, test } from "@jest/globals";
import { isWell, tally, type TestReport, together, verdict } from "../src/tally.ts";

type Suite = TestReport["testResults"][number];

const suite = (over: Partial<Suite>, ...statuses: string[]): Suite => ({
  name: "list.test.ts",
  status: statuses.includes("failed") ? "failed" : "passed",
  message: "",
  assertionResults: statuses.map((status, n) => ({
    status,
    fullName: `sentence ${n}`,
    failureMessages: status === "failed" ? ["expected 1"] : [],
  })),
  ...over,
});
const report = (...testResults: Suite[]): TestReport => ({
  success: testResults.every(({ status }) => status === "passed"),
  testResults,
});

describe("counting the tests of a report", () => {
  test("every test is counted once, by what became of it", () => {
    const all = tally(
      report(suite({}, "passed", "failed", "passed"), suite({}, "pending", "todo")),
    );
    expect(verdict(all)).toBe("2 passed, 1 failed, 2 skipped");
    expect(all.failures).toEqual([{ what: "list.test.ts › sentence 1", why: "expected 1" }]);
    expect(isWell(all)).toBe(false);
  });

  test("a suite that could not start is a failure", () => {
    const broken = suite({ status: "failed", message: "Cannot find module" });
    const all = tally(report(broken, suite({}, "passed")));
    expect(verdict(all)).toBe("1 passed, 1 failed");
    expect(all.failures).toEqual([{ what: "list.test.ts", why: "Cannot find module" }]);
  });

  test("a suite whose tests passed but that failed to clean up is a failure", () => {
    const untidy = suite({ status: "failed", message: "port still taken" }, "passed", "passed");
    expect(verdict(tally(report(untidy)))).toBe("2 passed, 1 failed");
  });

  test("a run that failed for no reason to be seen is a failure", () => {
    const all = tally({ ...report(suite({}, "passed")), success: false });
    expect(verdict(all)).toBe("1 passed, 1 failed");
  });
});

describe("the verdict over all reports", () => {
  test("adds them up", () => {
    const all = together([tally(report(suite({}, "passed"))), tally(report(suite({}, "passed")))]);
    expect(verdict(all)).toBe("2 passed, 0 failed");
    expect(isWell(all)).toBe(true);
  });

  test("is bad when no test ran", () => {
    expect(isWell(together([tally(report())]))).toBe(false);
  });

  test("is bad when all tests were skipped", () => {
    expect(isWell(tally(report(suite({}, "pending"))))).toBe(false);
  });
});
