export { ensureChartTools, type ChartTools, versionOf } from "./programs.ts";
export { CHART, readme } from "./readme.ts";
export { KUBERNETES } from "./schemas.ts";
