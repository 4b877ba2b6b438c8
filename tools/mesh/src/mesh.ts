import { isNativeError } from "node:util/types";
import { keepRenewed } from "./life/keep-renewed.ts";
import { MeshParts } from "./life/mesh-parts.ts";
import type { MeshOptions } from "./plan/options.ts";
import type { Part } from "./life/part.ts";
import type { Replica } from "./parts/replica.ts";
import { logFolderIn, type Place } from "./machine/place.ts";
import type { Plan } from "./plan/plan.ts";
import { markOf } from "./life/processes.ts";
import { type MeshState, writeState } from "./life/state-file.ts";
import { credentialsAreGood, renewTokens, tokenRoundMs } from "./parts/identity.ts";
import { tokensOf } from "./machine/secrets.ts";
import { signLink, signToken } from "./token.ts";
import { type KafkaAccess, kafkaAccess, meshUser } from "./parts/kafka-access.ts";

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
  readonly #report: (line: string) => void;
  #phase: MeshState["phase"] = "starting";
  #endRenewal: () => void = () => undefined;

  constructor({ plan, place, options, afterwards = async () => undefined }: MeshSetup) {
    this.#plan = plan;
    this.#place = place;
    this.#afterwards = afterwards;
    const { restart = false, report = () => undefined } = options;
    this.#report = report;
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
    // The tokens were made just now: a start may take longer than they last.
    const roundMs = tokenRoundMs(this.#place);
    this.#endRenewal = keepRenewed(() => this.#keepIdentities(), roundMs, this.#report);
    try {
      await this.parts.start(signal);
    } catch (error) {
      this.#endRenewal();
      this.#enter("failed", isNativeError(error) ? error.message : String(error));
      await this.#afterwards();
      throw error;
    }
    this.#enter("up");
  }

  /** Stops all parts in reverse order; resolves when their processes are gone. */
  async stop(): Promise<void> {
    this.#endRenewal();
    this.#enter("stopping");
    await this.parts.stop();
    await this.#afterwards();
  }

  get folder(): string {
    return this.#place.folder;
  }

  /** How a client of Kafka finds the broker, and what it says to be let in. */
  get kafka(): KafkaAccess {
    return kafkaAccess(this.#plan.kafkaBroker, meshUser(this.#place.secrets));
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
      appToken: tokensOf(this.#place.secrets, appId).appToken,
    };
  }

  /** Opens the operator's view on the ops port of a service. */
  get operatorToken(): string {
    return this.#place.secrets["ops-token"];
  }

  /** How to speak to a sidecar; `apiToken` goes into the header `dapr-api-token`. */
  sidecar(appId: string, i = 0) {
    const { http, grpc } = this.#replica(appId, i).sidecar;
    const { apiToken } = tokensOf(this.#place.secrets, appId);
    return { httpPort: http, grpcPort: grpc, url: urlOf(http), apiToken };
  }

  /** A signed token for a user, as `make token` prints it; `expiresIn` such as "30d" or "-1m". */
  async token(user: string, options: { readonly expiresIn?: string } = {}): Promise<string> {
    return signToken(this.#place.secrets, { user, ...options });
  }

  /** A link that signs a person in to the page of a replica, as `make link` prints it. */
  async link(user: string, i = 0): Promise<string> {
    return signLink(this.#place.secrets, { user, address: this.publicUrl(i) });
  }

  #keepIdentities(): void {
    const { folder } = this.#place;
    renewTokens(
      this.#place,
      this.#plan.replicas.map(({ appId }) => appId),
    );
    if (!credentialsAreGood(folder))
      this.#report(
        'The mesh\'s certificates end within two months, or are damaged: "make down && make up" makes new ones.',
      );
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
