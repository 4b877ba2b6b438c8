export { inMemoryStateStore } from "./fakes/state-store.ts";
