import type { Metrics } from "@todo-mesh/kit";

/** Who noticed that a timer was due: its own job, or the sweeper because the job did not come. */
export type Source = "job" | "sweeper";

/** What is counted of timers. */
export interface Figures {
  tried(timers: string, source: Source, outcome: string): void;
  fired(timers: string, source: Source, lateSeconds: number): void;
  unscheduled(timers: string, count: number): void;
}

const made = new WeakMap<Metrics, Figures>();

/** The figures of all timers of a process, made once: a registry takes each name once. Without metrics nothing is counted. */
export function figuresOf(metrics: Metrics | undefined): Figures {
  if (!metrics) return { tried: () => {}, fired: () => {}, unscheduled: () => {} };
  const figures = made.get(metrics) ?? createFigures(metrics);
  made.set(metrics, figures);
  return figures;
}

function createFigures(metrics: Metrics): Figures {
  const lateness = metrics.histogram({
    name: "timer_lateness_seconds",
    help: "From when a timer was due until its effect was committed",
    labels: ["timers", "source"],
  });
  const outcomes = metrics.counter({
    name: "timer_outcomes_total",
    help: "What became of timers that were tried: fired, stale, early or failed",
    labels: ["timers", "source", "outcome"],
  });
  const unscheduled = metrics.counter({
    name: "timer_jobs_unscheduled_total",
    help: "How often the scheduler did not take a job; the sweeper fires what comes due before it does",
    labels: ["timers"],
  });
  return {
    tried: (timers, source, outcome) => outcomes.inc({ timers, source, outcome }),
    fired: (timers, source, lateSeconds) => lateness.observe({ timers, source }, lateSeconds),
    unscheduled: (timers, count) => unscheduled.inc({ timers }, count),
  };
}
