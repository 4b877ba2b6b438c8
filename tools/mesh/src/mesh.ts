import { isNativeError } from "node:util/types";
import { MeshParts } from "./life/mesh-parts.ts";
import type { MeshOptions } from "./plan/options.ts";
import type { Part } from "./life/part.ts";
import type { Replica } from "./parts/replica.ts";
import { logFolderIn, type Place } from "./plan/place.ts";
import type { Plan } from "./plan/plan.ts";
import { markOf } from "./life/processes.ts";
import { type MeshState, writeState } from "./life/state-file.ts";
import { signToken } from "./token.ts";

export interface MeshSetup {
  readonly plan: Plan;
  readonly place: Place;
  readonly options: MeshOptions;
  /** Runs when every process is gone. */
  readonly afterwards?: () => Promise<void>;
}

/** A mesh that runs, or is being started or stopped. */
export class Mesh {
  readonly parts: MeshParts;
  readonly #plan: Plan;
  readonly #place: Place;
  readonly #afterwards: () => Promise<void>;
  #phase: MeshState["phase"] = "starting";

  constructor({ plan, place, options, afterwards = async () => undefined }: MeshSetup) {
    this.#plan = plan;
    this.#place = place;
    this.#afterwards = afterwards;
    const { restart = false, report = () => undefined } = options;
    const onChange = () => this.#write();
    this.parts = new MeshParts(plan.specs, {
      logFolder: logFolderIn(place.folder),
      restart,
      report,
      onChange,
    });
  }

  /** Resolves when every part is ready; on failure none is left. */
  async start(signal?: AbortSignal): Promise<void> {
    try {
      await this.parts.start(signal);
    } catch (error) {
      this.#enter("failed", isNativeError(error) ? error.message : String(error));
      await this.#afterwards();
      throw error;
    }
    this.#enter("up");
  }

  /** Stops all parts in reverse order; resolves when their processes are gone. */
  async stop(): Promise<void> {
    this.#enter("stopping");
    await this.parts.stop();
    await this.#afterwards();
  }

  get folder(): string {
    return this.#place.folder;
  }

  get kafkaBroker(): string {
    return this.#plan.kafkaBroker;
  }

  /** A connection string with the password; the database of the component `statestore`. */
  get postgresUrl(): string {
    return this.#plan.postgresUrl;
  }

  partNames(): string[] {
    return this.parts.all.map(({ name }) => name);
  }

  part(name: string): Part {
    return this.parts.get(name);
  }

  /** Erases the data of a store that is stopped; its next start begins anew. */
  async wipe(name: "postgres" | "kafka" | "scheduler"): Promise<void> {
    await this.part(name).wipe();
  }

  /** Where people reach replica `i` of chat-api. */
  publicUrl(i = 0): string {
    return urlOf(this.#replica("chat-api", i).ports.public);
  }

  /** The doors of an app that are not for people, and the token that its sidecar brings. */
  doors(appId: string, i = 0) {
    const { ports } = this.#replica(appId, i);
    return {
      get meshUrl() {
        return urlOf(ports.mesh);
      },
      get opsUrl() {
        return urlOf(ports.ops);
      },
      appToken: this.#place.secrets["app-api-token"],
    };
  }

  /** How to speak to a sidecar; `apiToken` goes into the header `dapr-api-token`. */
  sidecar(appId: string, i = 0) {
    const { http, grpc } = this.#replica(appId, i).sidecar;
    const apiToken = this.#place.secrets["dapr-api-token"];
    return { httpPort: http, grpcPort: grpc, url: urlOf(http), apiToken };
  }

  /** A signed token for a user, as `make token` prints it; `expiresIn` such as "30d" or "-1m". */
  async token(user: string, options: { readonly expiresIn?: string } = {}): Promise<string> {
    return signToken(this.#place.secrets, { user, ...options });
  }

  #replica(appId: string, i: number): Replica {
    const replica = this.#plan.replicas.filter((one) => one.appId === appId)[i];
    if (replica) return replica;
    throw new Error(`There is no replica ${i} of ${appId}`);
  }

  #enter(phase: MeshState["phase"], error?: string): void {
    this.#phase = phase;
    this.#write(error);
  }

  #write(error?: string): void {
    const keeper = markOf(process.pid);
    if (!keeper) throw new Error("A process that runs has a mark");
    const door = this.#plan.replicas.find(({ ports }) => ports.public !== undefined);
    writeState(this.#place.folder, {
      phase: this.#phase,
      keeper,
      parts: this.parts.all.map(({ record }) => record),
      ...(door && { address: urlOf(door.ports.public) }),
      ...(error !== undefined && { error }),
    });
  }
}

function urlOf(port: number | undefined): string {
  if (port === undefined) throw new Error("It has no such door");
  return `http://127.0.0.1:${port}`;
}
