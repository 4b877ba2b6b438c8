import { rm } from "node:fs/promises";
import { backOffMs, deathsInARow } from "./back-off.ts";
import type { Child } from "./child.ts";
import { endChild, launch } from "./launch.ts";
import { logFileOf, tailOf } from "./log-file.ts";
import { familyOf, killAll, signalAll } from "./processes.ts";
import { withTail } from "./ready.ts";
import type { Env, PartSpec } from "./spec.ts";
import type { PartRecord, PartState } from "./state-file.ts";

export interface Surroundings {
  readonly logFolder: string;
  /** Whether a part that dies is started again. */
  readonly restart: boolean;
  readonly report: (line: string) => void;
  readonly onChange: () => void;
}

interface Start {
  readonly env?: Env;
  readonly signal?: AbortSignal;
}

/**
 * The life of one part. A death nobody asked for is reported with the end of its log and, where
 * `restart` says so, followed by new starts, further and further apart.
 */
export class Part {
  readonly spec: PartSpec;
  readonly #around: Surroundings;
  #state: PartState = "stopped";
  #since = new Date();
  #child: Child | undefined;
  #starting: Promise<void> | undefined;
  #giveUp = new AbortController();
  #retry: NodeJS.Timeout | undefined;
  #deaths = 0;
  #restarts = 0;

  constructor(spec: PartSpec, around: Surroundings) {
    this.spec = spec;
    this.#around = around;
  }

  get name(): string {
    return this.spec.name;
  }

  get state(): PartState {
    return this.#state;
  }

  /** The number of its process; undefined while it has none. */
  get pid(): number | undefined {
    return this.#child?.mark.pid;
  }

  /** The last lines that it wrote since it was last started. */
  log(lines?: number): string[] {
    return tailOf(this.#logFile, lines);
  }

  /** Starts it; resolves when it is ready. `env` is added for this one start. */
  async start({ env = {}, signal }: Start = {}): Promise<void> {
    if (this.#child || this.#starting) throw new Error(`${this.name} runs already`);
    clearTimeout(this.#retry);
    this.#giveUp = new AbortController();
    await this.#begin(env, signal);
  }

  /** Stops it as it wishes to be stopped, by force after its time of grace; resolves when it is gone. */
  async stop(): Promise<void> {
    clearTimeout(this.#retry);
    this.#giveUp.abort(new Error(`${this.name} is told to stop`));
    if (this.#child) this.#to("stopping");
    await this.#starting?.catch(() => undefined);
    if (this.#child) await endChild(this.spec, this.#child);
    this.#to("stopped");
  }

  /** Kills it with all its processes (SIGKILL), as a crash would; resolves when they are gone. */
  async kill(): Promise<void> {
    const child = this.#running();
    await killAll(familyOf(child.mark));
    await child.ended;
  }

  /** Makes it stand still with all its processes (SIGSTOP). */
  pause(): void {
    signalAll(familyOf(this.#running().mark), "SIGSTOP");
    this.#to("paused");
  }

  resume(): void {
    signalAll(familyOf(this.#running().mark), "SIGCONT");
    this.#to("ready");
  }

  /** Erases its data, while it does not run: its next start is like its first. */
  async wipe(): Promise<void> {
    const { data } = this.spec;
    if (!data) throw new Error(`${this.name} has no data of its own`);
    if (this.#child) throw new Error(`${this.name} must be stopped before its data are wiped`);
    await Promise.all(data.map(async (path) => rm(path, { recursive: true, force: true })));
  }

  /** All that another process may need to know of it, also when this one is gone. */
  get record(): PartRecord {
    const { name, needs, ports, stopSignal, graceMs } = this.spec;
    return {
      name,
      needs: [...needs],
      ports,
      stopSignal,
      graceMs,
      state: this.#state,
      since: this.#since.toISOString(),
      restarts: this.#restarts,
      ...(this.#child && { mark: this.#child.mark }),
    };
  }

  get #logFile(): string {
    return logFileOf(this.#around.logFolder, this.name);
  }

  async #begin(env: Env, outer?: AbortSignal): Promise<void> {
    this.#to("starting");
    const signal = AbortSignal.any([this.#giveUp.signal, ...(outer ? [outer] : [])]);
    const onChild = (child: Child) => this.#watch(child);
    const { logFolder } = this.#around;
    this.#starting = launch(this.spec, { env, logFolder, signal, onChild });
    try {
      await this.#starting;
      this.#to("ready");
    } catch (error) {
      this.#to("dead");
      throw error;
    } finally {
      this.#starting = undefined;
    }
  }

  #watch(child: Child): void {
    this.#child = child;
    this.#around.onChange();
    void child.ended.then((how) => this.#ended(how));
  }

  #ended(how: string): void {
    this.#child = undefined;
    if (this.#state === "ready" || this.#state === "paused")
      this.#died(withTail(`${this.name} died by ${how}`, this.#logFile));
  }

  #died(news: string): void {
    this.#deaths = deathsInARow(this.#deaths, Date.now() - this.#since.getTime());
    this.#to("dead");
    const { restart, report } = this.#around;
    if (!restart) return report(news);
    const waitMs = backOffMs(this.#deaths);
    report(`${news}\n${this.name} is started again in ${waitMs / 1000} s.`);
    this.#retry = setTimeout(() => void this.#again(), waitMs);
  }

  async #again(): Promise<void> {
    this.#restarts += 1;
    try {
      await this.#begin({});
      this.#around.report(`${this.name} is ready again.`);
    } catch (error) {
      if (!this.#giveUp.signal.aborted) this.#died(String(error));
    }
  }

  #running(): Child {
    if (!this.#child) throw new Error(`${this.name} does not run`);
    return this.#child;
  }

  #to(state: PartState): void {
    this.#state = state;
    this.#since = new Date();
    this.#around.onChange();
  }
}
