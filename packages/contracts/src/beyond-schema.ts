import type { z } from "zod";

/** What a refinement says with it: the document cannot forbid this, for JSON Schema has no words for it. */
export const BEYOND_SCHEMA = { params: { isBeyondSchema: true } };

/** Whether the document could not have told whoever asked. */
export const isBeyondSchema = (issue: z.core.$ZodIssue): boolean =>
  issue.code === "custom" && issue.params?.["isBeyondSchema"] === true;
