import type { z } from "zod";

/**
 * Reads the whole environment once. An empty variable counts as absent. Throws one error that lists
 * every fault, a line each, with the variable's name and what to give it; never its value.
 */
export function loadConfig<Schema extends z.ZodType>(
  schema: Schema,
  env: Readonly<Record<string, string | undefined>>,
): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => faultOf(issue, given));
  throw new ConfigError([...new Set(faults)]);
}

function faultOf({ path, message }: z.core.$ZodIssue, given: Record<string, unknown>): string {
  const variable = String(path[0] ?? "environment");
  const isSet = path.length === 0 || variable in given;
  return `${variable} ${isSet ? "is not right" : "is not set"}: ${message}`;
}

/** The environment cannot be used. Its stack is its message: the reader needs the list, not our frames. */
class ConfigError extends Error {
  override readonly name = "ConfigError";

  constructor(faults: readonly string[]) {
    super(["The environment is not complete:", ...faults.map((fault) => `  ${fault}`)].join("\n"));
    this.stack = this.message;
  }
}
