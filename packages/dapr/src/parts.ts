/* What is made of a sidecar, for the root of a service alone: `@todo-mesh/dapr/parts`. */
export { daprDeadLetters } from "./dead-letters.ts";
export { sidecarReady, waitForSidecar } from "./health.ts";
export { daprInvoker } from "./invoker.ts";
export { daprJobs } from "./job-scheduler.ts";
export { daprPublisher } from "./publisher.ts";
export { readiness } from "./readiness.ts";
export { daprSecrets } from "./secret-store.ts";
export { createSidecar, type Sidecar, type SidecarOptions } from "./sidecar.ts";
export { daprStateStore } from "./state-store.ts";
