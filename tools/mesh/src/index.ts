export type { Mesh } from "./mesh.ts";
export type { ExtraApp, MeshOptions } from "./plan/options.ts";
export { chatSidecar, operatorAccess } from "./operator.ts";
export { OPERATOR_GROUPS } from "./parts/operator-rights.ts";
export type { Part } from "./life/part.ts";
export { startMesh } from "./start-mesh.ts";
