export { days, erasOf } from "./rule/model.ts";
export { someMoments, someSeries } from "./some-series.ts";
