import type { ImportReport, ImportRequest } from "@todo-mesh/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../api/call.ts";
import { ProblemError } from "../api/problem.ts";
import { zone } from "../preferences/writing.ts";
import { useAttempt } from "../shell/use-attempt.ts";
import { undo } from "../tasks/task-actions.ts";
import { language, words } from "../words/words.ts";
import { type ChosenFile, readChosen } from "./chosen-file.ts";

interface Tried {
  readonly chosen: ChosenFile;
  /** The same again is the same batch again: what was cut off goes on. */
  readonly key: string;
  /** `dry_run`: what would come of it; else what came of it. */
  readonly report: ImportReport;
}

/** A file on its way into the list: tried without a change, added, and taken back as one. */
export function useImport(onClose: () => void) {
  const client = useQueryClient();
  const [tried, setTried] = useState<Tried>();
  const { fault, isUnderWay, attempt } = useAttempt();
  return {
    report: tried?.report,
    fault,
    isUnderWay,
    choose: (file: Blob | undefined) =>
      file &&
      attempt(async () => {
        setTried(undefined);
        const chosen = await readChosen(file);
        if (typeof chosen === "string")
          throw new ProblemError(422, words.imports.unreadable[chosen]);
        const report = await bring({ ...chosen, dry_run: true });
        setTried({ chosen, key: crypto.randomUUID(), report });
      }),
    another: () => setTried(undefined),
    add: () =>
      tried &&
      attempt(async () =>
        setTried({ ...tried, report: await bring({ ...tried.chosen, dry_run: false }, tried.key) }),
      ),
    takeBack: (batch: string) =>
      attempt(async () => {
        await undo(client, { batch_id: batch });
        onClose();
      }),
  };
}

const bring = (body: ImportRequest, key?: string): Promise<ImportReport> =>
  ask("/import", {
    method: "POST",
    body: { ...body, timezone: zone, preferences: { locale: language } },
    ...(key !== undefined && { key }),
  });
