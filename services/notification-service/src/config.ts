import { meshEnv, meshSettings } from "@todo-mesh/service";
import { z } from "zod";

/** All that notification-service is told by its environment. */
export const Config = z.object(meshEnv).transform(meshSettings);
