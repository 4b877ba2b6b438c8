export type { Part, Running } from "./life.ts";
export { meshApp, type MeshAppDeps } from "./mesh-app.ts";
export { createMeshService, type MeshService } from "./mesh-service.ts";
export { meshEnv, meshSettings, type MeshSettings } from "./mesh-settings.ts";
