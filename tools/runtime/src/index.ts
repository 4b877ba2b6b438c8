export { ensurePage } from "./page.ts";
export type { Postgres } from "./postgres-for.ts";
export { ensureRuntime, type Runtime } from "./runtime.ts";
export { RuntimeUnavailable } from "./unavailable.ts";
