import { z } from "zod";
import { Preferences } from "../people/preferences.ts";
import { TimeZone } from "../time/time.ts";

const LONGEST_FILE = 200_000;
/** So many are taken back as one. */
export const MOST_IMPORTED = 500;

export const ImportRequest = z
  .strictObject({
    format: z.enum(["todoist", "icalendar"]),
    file: z
      .string()
      .min(1, "must not be empty")
      .max(LONGEST_FILE, `has at most ${LONGEST_FILE} characters: divide it`),
    timezone: TimeZone.optional(),
    preferences: Preferences.optional(),
    dry_run: z.boolean().default(false),
  })
  .meta({
    id: "ImportRequest",
    description:
      "The text of a file: a project as Todoist exports it (CSV), or a calendar with VTODOs (iCalendar, RFC 5545). `timezone`: of times that name none, else that of the preferences. `preferences`: how its phrases are read and in which language the answer is (`locale`), before what its person chose. `dry_run`: says what would come of it, and changes nothing.",
  });
export type ImportRequest = z.infer<typeof ImportRequest>;

/** Where in the file it stands, and what it is called there. */
const place = { line: z.int().positive(), title: z.string() };

export const ImportReport = z
  .object({
    dry_run: z.boolean(),
    batch_id: z.uuid().optional(),
    taken: z.array(
      z.object({ ...place, task_id: z.uuid().optional(), remarks: z.array(z.string()) }),
    ),
    left_out: z.array(z.object({ ...place, reason: z.string() })),
  })
  .meta({
    id: "ImportReport",
    description:
      "What became of each entry of the file, in its order. `remarks`: what of a task is not kept as it was there. `batch_id` takes all of it back: `POST /undo {batch_id}`.",
  });
export type ImportReport = z.infer<typeof ImportReport>;
