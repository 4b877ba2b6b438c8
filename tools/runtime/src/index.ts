export { DAPR_MODULE, daprFolder, daprLdflags, daprVersion } from "./dapr.ts";
export { goFolderOf, goPart, type GoProgram } from "./go.ts";
export { ensurePage } from "./page.ts";
export { ensureMade, folderFor, type Part, type Surroundings, type Work } from "./part.ts";
export type { Postgres } from "./postgres-for.ts";
export { ensureRuntime, type Runtime } from "./runtime.ts";
export { RuntimeUnavailable } from "./unavailable.ts";
