import type { ImportReport, ImportRequest } from "../../own-data/import.ts";
import { BATCH_ID, EXAMPLE_TASK_ID } from "./ids.ts";

export const importRequest: ImportRequest = {
  format: "todoist",
  file: "TYPE,CONTENT,DATE,DATE_LANG\ntask,Buy milk @home,every Friday,en\ntask,,,\n",
  preferences: { locale: "en" },
  dry_run: false,
};

export const importReport: ImportReport = {
  dry_run: false,
  batch_id: BATCH_ID,
  taken: [{ line: 2, title: "Buy milk", task_id: EXAMPLE_TASK_ID, remarks: [] }],
  left_out: [{ line: 3, title: "", reason: "title: must not be empty" }],
};
