import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

interface Named<Label extends string> {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly Label[];
}

// From half a millisecond, our own share of a call, to the ten seconds of a model that thinks.
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What a process counts. Labels take few values: never an id, never a person's text. */
export function createMetrics(options: { service: string }) {
  const registry = new Registry();
  registry.setDefaultLabels({ service: options.service });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const settings = <Label extends string>({ name, help, labels = [] }: Named<Label>) => ({
    name,
    help,
    labelNames: [...labels],
    registers,
  });
  const histogram = <Label extends string>(named: Named<Label>) =>
    new Histogram({ ...settings(named), buckets: SECONDS });
  return {
    registry,
    counter: <Label extends string>(named: Named<Label>) => new Counter(settings(named)),
    /** `read` is asked at each scrape. */
    gauge: <Label extends string>(named: Named<Label>, read?: () => number) =>
      new Gauge({
        ...settings(named),
        ...(read && {
          collect(this: Gauge<Label>) {
            this.set(read());
          },
        }),
      }),
    /** Observes seconds. */
    histogram,
    httpRequests: histogram({
      name: "http_request_duration_seconds",
      help: "How long requests took, by method, route and status",
      labels: ["method", "route", "status"],
    }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
