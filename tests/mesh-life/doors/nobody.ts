import { text } from "node:stream/consumers";
import { z } from "zod";
import {
  callLocal,
  deleteJob,
  fetched,
  listJobs,
  opened,
  putOnKafka,
  readEtcd,
  rowsOf,
  topicsOf,
} from "./calls.ts";
import { certificateOf } from "./certificate.ts";

/** What anybody on the machine can find out: ports, process numbers and paths, but no secret. */
export const Target = z.object({
  internal: z.array(z.number()),
  sidecars: z.array(z.number()),
  meshDoors: z.array(z.number()),
  sentry: z.number(),
  scheduler: z.number(),
  kafka: z.array(z.number()),
  postgres: z.number(),
  every: z.array(z.number()),
  pids: z.array(z.number()),
  paths: z.array(z.string()),
});
export type Target = z.infer<typeof Target>;

type Attempt = readonly [what: string, attempt: () => Promise<unknown>];

/** Every door there is, tried by somebody who was given nothing. */
function attempts(target: Target): Attempt[] {
  const { internal, sidecars, meshDoors, sentry, scheduler, kafka, postgres } = target;
  const doors = [
    ["GET", "/dapr/subscribe"],
    ["POST", "/tasks/standing"],
    ["GET", "/inbox/ada"],
    ["POST", "/job/any"],
    ["POST", "/events/todo.tasks.events"],
  ] as const;
  const apis = ["state/statestore/any", "secrets/secretstore/auth-dev-secret", "metadata"];
  const plain = [undefined, {}];
  const guess = { username: "todo_mesh", password: "guessed" };
  const url = (password: string) =>
    `postgres://todo_mesh${password}@127.0.0.1:${postgres}/todo_mesh`;
  return [
    ...internal.flatMap((port) =>
      plain.flatMap((tls): Attempt[] => [
        [
          `CallLocal ${port} inbox`,
          async () => callLocal(port, { verb: "GET", path: "inbox/ada", ...(tls && { tls }) }),
        ],
        [
          `CallLocal ${port} job`,
          async () => callLocal(port, { verb: "POST", path: "job/any", ...(tls && { tls }) }),
        ],
      ]),
    ),
    ...sidecars.flatMap((port) =>
      apis.map((api): Attempt => [
        `sidecar ${port} ${api}`,
        async () => fetched(`http://127.0.0.1:${port}/v1.0/${api}`),
      ]),
    ),
    ...meshDoors.flatMap((port) =>
      doors.map(([method, path]): Attempt => [
        `mesh door ${port} ${path}`,
        async () =>
          fetched(`http://127.0.0.1:${port}${path}`, {
            method,
            headers: { "dapr-caller-app-id": "chat-api" },
          }),
      ]),
    ),
    ...[0, 1, 3].flatMap((validator): Attempt[] =>
      ["chat-api", "dapr-scheduler"].map((appId) => [
        `certificate of ${appId} (${validator})`,
        async () => certificateOf({ port: sentry, appId, token: "guessed", validator }),
      ]),
    ),
    ...plain.flatMap((tls): Attempt[] => [
      [`scheduler lists`, async () => listJobs(scheduler, "reminder-service", tls)],
      [`scheduler deletes`, async () => deleteJob(scheduler, "reminder-service", tls)],
    ]),
    ...target.every.map((port): Attempt => [`etcd at ${port}`, async () => readEtcd(port)]),
    ...kafka.flatMap((port): Attempt[] => {
      const brokers = [`127.0.0.1:${port}`];
      return [
        [`Kafka ${port} read`, async () => topicsOf({ brokers })],
        [`Kafka ${port} written`, async () => putOnKafka({ brokers })],
        [
          `Kafka ${port} by SCRAM`,
          async () => topicsOf({ brokers, sasl: { mechanism: "scram-sha-512", ...guess } }),
        ],
        [
          `Kafka ${port} by PLAIN`,
          async () => topicsOf({ brokers, sasl: { mechanism: "plain", ...guess } }),
        ],
      ];
    }),
    ["PostgreSQL without a password", async () => rowsOf(url(""))],
    ["PostgreSQL with a guess", async () => rowsOf(url(":guessed"))],
    ...target.paths.map((path): Attempt => [path, async () => opened(path)]),
    ...target.pids.map((pid): Attempt => [
      `environment of ${pid}`,
      async () => opened(`/proc/${pid}/environ`),
    ]),
  ];
}

const target = Target.parse(JSON.parse(await text(process.stdin)));
const NOBODY = 65_534;
// All is loaded: from here on this process may do what nobody may.
process.setgroups?.([]);
process.setgid?.(NOBODY);
process.setuid?.(NOBODY);
const outcomes: Record<string, string> = {};
for (const [what, attempt] of attempts(target))
  outcomes[what] = await attempt().then(
    () => "LET IN",
    (error: unknown) => `refused: ${error instanceof Error ? error.message : String(error)}`,
  );
process.stdout.write(JSON.stringify({ uid: process.getuid?.(), outcomes }), () => process.exit());
