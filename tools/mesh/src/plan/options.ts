import type { ServiceName } from "@todo-mesh/contracts";
import type { Env } from "../life/spec.ts";

/** An app of any language beside the services, with a sidecar of its own. */
export interface ExtraApp {
  readonly appId: string;
  /** Without it the app is somebody else's process (a test), or there is none. */
  readonly command?: readonly [string, ...string[]];
  /** Where the sidecar calls it; given with no port, a command gets a free one as `APP_PORT`. */
  readonly port?: number;
  readonly cwd?: string;
  /** What it may read of the secret store; nothing, unless named. */
  readonly secrets?: readonly string[];
  /** Apps that may call whatever it has; none, unless named. */
  readonly callers?: readonly string[];
  /** Topics that it may put events on, and that it may hear; no topic of the mesh, unless named. */
  readonly publishes?: readonly string[];
  readonly subscribes?: readonly string[];
  /** Whether its sidecar speaks mTLS and asks who calls. All do, unless it is measured what that costs. */
  readonly mtls?: boolean;
}

type Alternative = "statestore-sqlite" | "statestore-redis";

export interface MeshOptions {
  /** Where it keeps its data. Without it: a folder of its own that goes with it. */
  readonly dir?: string;
  /** All of them, unless said otherwise. */
  readonly services?: readonly ServiceName[];
  /** One of each, unless said otherwise. */
  readonly replicas?: Readonly<Record<string, number>>;
  /** The public port that chat-api likes best: 8080, unless said otherwise. */
  readonly publicPort?: number;
  readonly extraApps?: readonly ExtraApp[];
  /** More environment for the processes of an app-id, for one part by its name, or for all apps: `*`. */
  readonly env?: Readonly<Record<string, Env>>;
  /** A folder of component YAML in the place of `dapr/components`. */
  readonly resources?: string;
  /** How sidecars find each other, in the place of `dapr/names-on-one-machine.yaml`. */
  readonly names?: string;
  /** Files of `dapr/alternatives` to load in the place of the component of the same name. */
  readonly alternatives?: readonly Alternative[];
  /** The program that serves `statestore-redis`: the one on the PATH, unless said otherwise. */
  readonly redisServer?: string;
  /** Whether a part that dies is started again; not unless asked. */
  readonly restart?: boolean;
  /** Whether data must survive a power cut, too; not unless asked. */
  readonly durable?: boolean;
  /** How long certificates last, and the tokens that they are given for: a day and a month, unless it is to be seen how they are renewed. */
  readonly identitiesLastMs?: number;
  /** Told what happens to the parts, in lines for people. */
  readonly report?: (line: string) => void;
  /** Ends the start and undoes it. */
  readonly signal?: AbortSignal;
}
