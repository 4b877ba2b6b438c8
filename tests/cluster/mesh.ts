import { readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "@todo-mesh/cluster";
import { z } from "zod";
import { inTrial } from "./in-trial.ts";
import { resultOf, startPod } from "./pods.ts";

export const SERVICES = ["chat-api", "notification-service", "reminder-service"] as const;
export type Service = (typeof SERVICES)[number];

/** The label by which pods of a service are found. */
const ofService = (service: Service): string =>
  `--selector=app.kubernetes.io/instance=todo,app.kubernetes.io/component=${service}`;

const Pods = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string(), deletionTimestamp: z.string().optional() }),
      status: z.object({
        conditions: z.array(z.object({ type: z.string(), status: z.string() })).default([]),
      }),
      spec: z.object({ initContainers: z.array(z.object({ name: z.string() })).default([]) }),
    }),
  ),
});

/** The pods of a service that are to stay, with whether they are ready and have a sidecar. */
export async function podsOf(service: Service) {
  const { items } = Pods.parse(
    JSON.parse(await inTrial(["get", "pods", ofService(service), "-o=json"])),
  );
  return items
    .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
    .map(({ metadata, status, spec }) => ({
      name: metadata.name,
      ready: status.conditions.some(({ type, status: is }) => type === "Ready" && is === "True"),
      sidecar: spec.initContainers.some(({ name }) => name === "daprd"),
    }));
}

/** Waits until a service has as many ready pods as it is to have. */
export const untilRolledOut = async (service: Service): Promise<void> =>
  void (await inTrial([
    "rollout",
    "status",
    `deployment/todo-todo-mesh-${service}`,
    "--timeout=180s",
  ]));

const Attempt = z.object({ status: z.number(), text: z.string() });
const ATTEMPT = readFileSync(join(import.meta.dirname, "pods", "attempt.mjs"), "utf8");

/** What the sidecar of a service answers when that service asks it for something. */
export async function attempt(service: Service, [method, path, body = ""]: readonly string[]) {
  const where = ["exec", `deployment/todo-todo-mesh-${service}`, "--container", service, "--"];
  const node = ["/usr/bin/node", "--input-type=module", "--eval", ATTEMPT];
  const said = await inTrial([...where, ...node, "--", method ?? "", path ?? "", body]);
  return Attempt.parse(JSON.parse(said));
}

const Load = z.object({
  asked: z.record(z.string(), z.number()),
  failed: z.array(z.unknown()),
});

/** Lets people ask the mesh without a pause while something is done to it; says how many asked, and who got no answer. */
export async function underLoad(work: () => Promise<void>) {
  await startPod("load", ["/run/pods/load.mjs"]);
  await inTrial(["wait", "--for=condition=Ready", "pod/load", "--timeout=60s"]);
  await work();
  const stop = "require('node:fs').writeFileSync('/tmp/stop', '')";
  await inTrial(["exec", "load", "--", "/usr/bin/node", "--eval", stop]);
  return resultOf("load", Load, 60);
}

const Reminders = z.object({
  set: z.number(),
  missing: z.number(),
  doubled: z.number(),
  early: z.number(),
  latestMs: z.number(),
});

interface Wish {
  readonly user: string;
  readonly count: number;
  readonly dueInSeconds: number;
}

/** Sets reminders, does something to the mesh while they are due, and says what became of them. */
export async function remindersWhile(
  { user, count, dueInSeconds }: Wish,
  work: () => Promise<void>,
) {
  const args = [user, count, dueInSeconds, 120].map(String);
  await startPod("reminders", ["/run/pods/reminders.mjs", ...args]);
  // All are set before anything happens, and nothing is due yet.
  await until("reminders that are set", async () =>
    (await inTrial(["logs", "reminders"])).includes("set"),
  );
  await work();
  return resultOf("reminders", Reminders, 300);
}
