import { z } from "zod";

const Check = z.object({
  name: z.string(),
  status: z.string(),
  failure_info: z
    .object({ failure: z.object({ title: z.string(), message: z.string() }) })
    .nullish(),
});
const Bytes = z.object({ $base64: z.string() });
const Interaction = z.object({
  request: z.object({ method: z.string(), uri: z.string(), body: Bytes.nullish() }),
  response: z.object({ status_code: z.int(), content: Bytes.nullish() }).nullish(),
});
const Recorder = z.object({
  label: z.string(),
  checks: z.record(z.string(), z.array(Check)).default({}),
  interactions: z.record(z.string(), Interaction).default({}),
});
const Line = z.object({
  ScenarioFinished: z.object({ recorder: Recorder }).optional(),
  NonFatalError: z.unknown().optional(),
});

/** What a run has found. */
export interface Findings {
  /** How often each check was made. */
  readonly made: ReadonlyMap<string, number>;
  /** What failed it, with what was asked and answered. */
  readonly failed: ReadonlyMap<string, readonly string[]>;
  /** What was asked, as `GET /path`, and what it ever answered. */
  readonly asked: ReadonlyMap<string, ReadonlySet<number>>;
  /** What schemathesis itself could not do. */
  readonly errors: readonly string[];
}

export function findingsIn(report: readonly string[]): Findings {
  const lines = report.map((line) => Line.parse(JSON.parse(line)));
  const scenarios = lines.flatMap(({ ScenarioFinished: scenario }) => scenario?.recorder ?? []);
  const checks = scenarios.flatMap(checksOf);
  const [made, asked] = [new Map<string, number>(), new Map<string, Set<number>>()];
  for (const { name } of checks) made.set(name, (made.get(name) ?? 0) + 1);
  for (const { label, interactions } of scenarios) {
    const statuses = asked.get(label) ?? new Set();
    for (const { response } of Object.values(interactions))
      statuses.add(response?.status_code ?? 0);
    asked.set(label, statuses);
  }
  const faults = checks.filter(({ fault }) => fault !== undefined);
  const failed = new Map(
    [...Map.groupBy(faults, ({ name }) => name)].map(([name, all]) => [
      name,
      all.map(({ fault = "" }) => fault),
    ]),
  );
  return { made, failed, asked, errors: errorsIn(lines) };
}

const errorsIn = (lines: readonly z.infer<typeof Line>[]): string[] =>
  lines.flatMap(({ NonFatalError: error }) =>
    error === undefined ? [] : [JSON.stringify(error).slice(0, 1_000)],
  );

function checksOf({ checks, interactions }: z.infer<typeof Recorder>) {
  return Object.entries(checks).flatMap(([id, results]) =>
    results.map(({ name, status, failure_info }) => {
      const { title, message } = failure_info?.failure ?? { title: status, message: "" };
      const fault = [title, message, tell(interactions[id])].join("\n").slice(0, 3_000);
      return { name, fault: status === "success" ? undefined : fault };
    }),
  );
}

function tell(interaction: z.infer<typeof Interaction> | undefined): string {
  if (!interaction) return "";
  const { request, response } = interaction;
  return [
    `${request.method} ${request.uri.slice(0, 500)} ${textOf(request.body)}`,
    `${response?.status_code ?? "no answer"} ${textOf(response?.content)}`,
  ].join("\n");
}

const textOf = (bytes: z.infer<typeof Bytes> | null | undefined): string =>
  Buffer.from(bytes?.$base64 ?? "", "base64").toString();
