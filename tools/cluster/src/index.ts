export { down } from "./down.ts";
export { helm, kubectl } from "./kubectl.ts";
export { whyNoCluster } from "./machine.ts";
export { isUp } from "./namespaces.ts";
export { killContainer } from "./node.ts";
export { installMesh, makeNamespace, startDemo } from "./release.ts";
export { createSteps } from "./steps.ts";
export { up } from "./up.ts";
export { until } from "./until.ts";
