export type { Context, Preferences } from "./context.ts";
export type { Candidate, Meaning } from "./meaning.ts";
export { readingOf } from "./reading.ts";
export { cutLeadIn, resolve } from "./resolve.ts";
