import { expect, test } from "@jest/globals";
import type { ImportReport } from "@todo-mesh/contracts";
import { renderToStaticMarkup } from "react-dom/server";
import { Report } from "../src/imports/report.tsx";

const REPORT: ImportReport = {
  dry_run: true,
  taken: [
    { line: 2, title: "buy milk", remarks: [] },
    { line: 9, title: "call mum", remarks: ["Its duration is not kept", "It has no assignee"] },
  ],
  left_out: [{ line: 4, title: "", reason: "It is no row of a table" }],
};

/** The words of each element that holds text alone, in order. */
const saidIn = (report: ImportReport): string[] =>
  [...renderToStaticMarkup(<Report report={report} />).matchAll(/>([^<>]+)</g)].map(
    ([, text = ""]) => text,
  );

test("a file is told line by line, and first what is left out of it", () => {
  expect(saidIn(REPORT).join(" | ")).toBe(
    "1 entry is left out | Line 4 | Without a title | It is no row of a table | " +
      "2 tasks | Line 2 | buy milk | " +
      "Line 9 | call mum | Its duration is not kept | It has no assignee",
  );
});

test("what is not there has no heading", () => {
  expect(saidIn({ ...REPORT, left_out: [] })[0]).toBe("2 tasks");
  expect(saidIn({ ...REPORT, taken: [] })).toHaveLength(4);
  expect(saidIn({ dry_run: true, taken: [], left_out: [] })).toEqual([]);
});

test("whatever a file calls its tasks is shown as text", () => {
  const title = "<img src=x onerror=alert(1)>";
  const markup = renderToStaticMarkup(
    <Report report={{ ...REPORT, taken: [{ line: 1, title, remarks: [] }] }} />,
  );
  expect(markup).not.toContain("<img");
});
