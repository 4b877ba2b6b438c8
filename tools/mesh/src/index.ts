export type { Mesh } from "./mesh.ts";
export type { ExtraApp, MeshOptions } from "./plan/options.ts";
export type { Part } from "./life/part.ts";
export { startMesh } from "./start-mesh.ts";
