import { createMeshService } from "@todo-mesh/service";
import { buildApp } from "./app.ts";
import { Config } from "./config.ts";

const service = createMeshService("notification-service", Config);

await service.run({ mesh: (onClose) => buildApp({ ...service, ...service.config, onClose }) });
