import type { Mesh } from "@todo-mesh/mesh";

/** What the parts of Dapr say of their certificates. */
export interface Renewals {
  readonly part: string;
  readonly times: number;
  /** Attempts that failed, each in the part's own words. */
  readonly failures: readonly string[];
}

const MOST_LINES = 10_000;
const RENEWED = "Successfully renewed workload identity";
const FAILED = "Error renewing identity";

/** How often each part that has a certificate has renewed it since it started. */
export function renewalsOf(mesh: Mesh): Renewals[] {
  const parts = mesh.partNames().filter((name) => /^sentry$|^scheduler$|-sidecar$/.test(name));
  return parts.map((part) => {
    const lines = mesh.part(part).log(MOST_LINES);
    return {
      part,
      times: lines.filter((line) => line.includes(RENEWED)).length,
      failures: lines.filter((line) => line.includes(FAILED)),
    };
  });
}
