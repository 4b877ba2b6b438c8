export { settableClock } from "./fakes/clock.ts";
export { CRASHES, type Crash, crashingPorts } from "./fakes/crashing.ts";
export { countingIds } from "./fakes/ids.ts";
export { type Callee, inMemoryInvoker } from "./fakes/invoker.ts";
export { inMemoryJobs } from "./fakes/jobs.ts";
export { inMemoryPublisher } from "./fakes/publisher.ts";
export { inMemorySecrets } from "./fakes/secrets.ts";
export { inMemoryStateStore } from "./fakes/state-store.ts";
export { briefly, until } from "./until.ts";
