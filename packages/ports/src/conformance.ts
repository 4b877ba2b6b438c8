export { clockConformance, idSourceConformance } from "./conformance/clock.ts";
export {
  type CalleeAnswer,
  conformingCallee,
  invokerConformance,
  type ReceivedCall,
} from "./conformance/invoker.ts";
export { jobsConformance, type Ring } from "./conformance/jobs.ts";
export { failureOf, type Outage } from "./conformance/outage.ts";
export { publisherConformance } from "./conformance/publisher.ts";
export { secretsConformance } from "./conformance/secrets.ts";
export { stateRacesConformance } from "./conformance/state-races.ts";
export { type StateStoreUnderTest, stateValuesConformance } from "./conformance/state-values.ts";
